"""Every command of the browser, told once: key binding, palette entry and help text all come from these records.

The settings may give a command other keys (``[keys]``, command id = "key,key"); ``keymap`` checks them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding
from textual.keys import Keys

from termnews.config import ConfigError

Need = Literal["nothing", "article", "quotes", "matches", "url", "search", "copies", "suggestion", "edition", "kept"]


@dataclass(frozen=True, slots=True)
class Command:
    """Something the browser can do.

    ``id`` is its name in the settings, ``action`` what the browse screen runs (``app.`` before it: the application),
    ``needs`` what must be there for it to be of use.
    """

    id: str
    keys: tuple[str, ...]
    description: str
    group: str
    action: str
    needs: Need = "nothing"

    @property
    def name(self) -> str:
        """The id as words, for the palette."""
        return self.id.replace("-", " ").capitalize()

    def binding(self) -> Binding:
        """The key binding; the id lets the settings put other keys in its place."""
        return Binding(",".join(self.keys), self.action, self.description, id=self.id, show=False)


COMMANDS: tuple[Command, ...] = (
    Command("next-line", ("j", "down"), "Next article, line or quotation", "Moving", "move(1)"),
    Command("previous-line", ("k", "up"), "Previous article, line or quotation", "Moving", "move(-1)"),
    Command("half-page-down", ("ctrl+d",), "Half a page down", "Moving", "page(0.5)"),
    Command("half-page-up", ("ctrl+u",), "Half a page up", "Moving", "page(-0.5)"),
    Command("page-down", ("pagedown", "ctrl+f"), "A page down", "Moving", "page(1)"),
    Command("page-up", ("pageup", "ctrl+b"), "A page up", "Moving", "page(-1)"),
    Command("first", ("g", "home"), "To the beginning", "Moving", "first"),
    Command("last", ("G", "end"), "To the end", "Moving", "last"),
    Command("open", ("enter",), "Open the article, or go to the quotation", "Reading", "open", "article"),
    Command(
        "read-on", ("space",), "Read on a page; at the end, the next unread article", "Reading", "read_on", "article"
    ),
    Command("next-quote", ("]",), "Next quotation", "Reading", "quote(1)", "quotes"),
    Command("previous-quote", ("[",), "Previous quotation", "Reading", "quote(-1)", "quotes"),
    Command("person", ("p",), "All that this person said in the library", "Reading", "person", "quotes"),
    Command("indirect", ("i",), "Show indirect speech, or hide it", "Reading", "indirect"),
    Command("toggle-read", ("m",), "Mark as read, or as unread", "Reading", "toggle_read", "article"),
    Command("toggle-star", ("s",), "Put a star on it, or take it off", "Reading", "toggle_star", "article"),
    Command("open-url", ("o",), "Open its web page in the browser", "Reading", "open_url", "url"),
    Command("pipe", ("|",), "Pipe its text to a command", "Reading", "pipe", "article"),
    Command("search", ("/",), "Search as you type", "Searching", "search"),
    Command("sayings", ('"',), "The quotations that answer the search, themselves", "Searching", "sayings"),
    Command("narrow", ("F",), "Narrow by speaker, source, section, author or time", "Searching", "narrow"),
    Command("related", ("=",), "Articles about the same as this one", "Searching", "near('related')", "article"),
    Command("copies", ("c",), "Articles with nearly the same text", "Searching", "near('copies')", "copies"),
    Command("suggestion", ("ctrl+y",), "Take what may have been meant", "Searching", "suggestion", "suggestion"),
    Command("saved-searches", ("@",), "Open a search that was kept", "Searching", "saved_searches"),
    Command(
        "forget-search",
        ("d",),
        "Forget a search that was kept, in the list of them",
        "Searching",
        "forget_search",
        "kept",
    ),
    Command("save-search", ("ctrl+s",), "Keep this search under a name", "Searching", "save_search", "search"),
    Command("reference", ("f1",), "The query language", "Searching", "reference"),
    Command("filter", ("f",), "Narrow the quotations as you type", "Searching", "filter", "quotes"),
    Command("next-match", ("n",), "Next match in the text", "Searching", "match(1)", "matches"),
    Command("previous-match", ("N",), "Previous match in the text", "Searching", "match(-1)", "matches"),
    Command("back", ("escape",), "Back: from zoom, from text to list, from a search", "Searching", "back"),
    Command("unread-only", ("u",), "Unread articles only, or all", "Searching", "unread_only"),
    Command("sort", ("S",), "Change the order: newest, oldest, relevance", "Searching", "sort"),
    Command("next-pane", ("tab",), "Next pane", "Panes", "pane(1)"),
    Command("previous-pane", ("shift+tab",), "Previous pane", "Panes", "pane(-1)"),
    Command("list", ("1",), "To the list of articles", "Panes", "go('list')"),
    Command("text", ("2",), "To the text", "Panes", "go('text')"),
    Command("quotes", ("3",), "To the quotations", "Panes", "go('quotes')"),
    Command("zoom", ("z",), "Give one pane the whole screen, or back", "Panes", "zoom"),
    Command("sync", ("r",), "Look for new and changed articles", "Program", "sync"),
    Command("edition", ("e",), "Open the edition that comes with termnews", "Program", "edition", "edition"),
    Command("theme", ("T",), "Dark colours, or light", "Program", "app.toggle_theme"),
    Command("help", ("?",), "Show every key", "Program", "help"),
    Command("palette", ("ctrl+p",), "Every command, by name", "Program", "app.command_palette"),
    Command("quit", ("q",), "Quit", "Program", "app.quit"),
)

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
_SHOWN = {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup"}


def bindings(of_app: bool) -> list[Binding]:
    """The bindings of the application, or those of the browse screen."""
    return [command.binding() for command in COMMANDS if command.action.startswith("app.") == of_app]


def keys_of(command: Command, settings: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The keys that run the command, as the settings or else the command itself give them."""
    return settings.get(command.id, command.keys)


def shown(keys: tuple[str, ...]) -> str:
    """Keys as a person reads them: ``j, down``."""
    return ", ".join(_SHOWN.get(key, key) for key in keys)


def keymap(settings: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Textual's keymap for the keys in the settings.

    Raises ConfigError for an unknown command, for a key that no keyboard sends, and for a key used twice.
    """
    for command_id, keys in settings.items():
        if command_id not in BY_ID:
            from difflib import get_close_matches

            close = get_close_matches(command_id, BY_ID, 1) or ["?"]
            hint = f"did you mean {close[0]!r}?" if close[0] in BY_ID else f"there are: {', '.join(BY_ID)}"
            raise ConfigError(f"settings, [keys]: no command is called {command_id!r}; {hint}")
        for key in keys:
            if not _is_key(key):
                raise ConfigError(
                    f"settings, [keys]: {command_id}: there is no key {key!r}; write as in 'j', 'ctrl+d', 'pagedown'"
                )
    users: dict[str, str] = {}
    for command in COMMANDS:
        for key in keys_of(command, settings):
            other = users.setdefault(_textual_name(key), command.id)
            if other != command.id:
                raise ConfigError(
                    f"settings, [keys]: the key {key!r} runs both {other!r} and {command.id!r}; "
                    "give one of them another key"
                )
    return {command_id: ",".join(map(_textual_name, keys)) for command_id, keys in settings.items()}


def _textual_name(key: str) -> str:
    """What Textual calls the key: a character by its Unicode name, everything else as it is."""
    (binding,) = Binding.make_bindings([Binding(key, "")])
    return binding.key


def _is_key(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable()
    *modifiers, last = key.split("+")
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return False
    return len(last) == 1 or last.lower() in _named_keys() or last in _character_names()


def _named_keys() -> frozenset[str]:
    return frozenset(key.value for key in Keys if "<" not in key.value and "+" not in key.value)


def _character_names() -> frozenset[str]:
    return frozenset(_textual_name(chr(code)) for code in range(33, 127) if chr(code) != ",") | {"comma"}
