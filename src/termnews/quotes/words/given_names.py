"""Common given names by the sex they are mostly given to.

Compiled for this project from general knowledge: the names most common in the United States (the U.S. Census Bureau's
name statistics are in the public domain), Britain and the larger languages of Europe, and well-known ones of the rest
of the world. A name that both sexes bear stands in EITHER: it marks a person, and says nothing of the pronoun.
"""

from __future__ import annotations

MALE = frozenset(
    """
    Aaron Abdul Abdullah Abel Abraham Abram Adam Adolfo Adrian Ahmad Ahmed Aidan Akira Al Alan Albert Alberto Alec
    Alejandro Aleksandr Alexander Alexandre Alexei Alfonso Alfred Alfredo Ali Allan Allen Alonzo Alvaro Alvin Amir
    Amit Amos Anders Andre Andreas Andrei Andres Andrew Andy Angelo Angus Anil Anthony Antoine Anton Antonio Antony
    Archie Armand Armando Arne Arnold Arthur Arturo Arun Asher Ashok Ashraf Ashton Austin Axel Babatunde Barry Bart
    Basil Beau Ben Benedict Benjamin Benny Bernard Bernie Bert Bilal Bill Billy Björn Blaine Bob Bobby Boris Brad
    Braden Bradley Brady Brandon Brendan Brent Bret Brett Brian Brock Bruce Bruno Bryan Bryce Bud Burt Byron Cal
    Caleb Calvin Cameron Carl Carlo Carlos Cecil Cedric Cesar Chad Charles Charlie Chester Chet Chidi Chip Chris
    Christian Christoph Christophe Christopher Chuck Clarence Clark Claude Claudio Clay Clayton Cliff Clifford
    Clifton Clint Clive Clyde Cody Colby Cole Colin Colt Connor Conor Cordell Corey Cornelius Cory Craig Curt Curtis
    Cyril Cyrus Dale Damian Damien Damon Dan Dane Daniel Danny Dante Darius Darnell Darrel Darrell Darren Darryl
    Daryl Dave David Dean Deandre Declan Deepak Delbert Demetrius Denis Dennis Denny Deon Derek Derick Derrick
    Desmond Devin Dewey Dexter Dick Diego Dieter Dion Dirk Dmitri Dmitry Dominic Don Donald Donnie Dorian Doug
    Douglas Drew Duane Duncan Dustin Dwayne Dwight Dylan Earl Earnest Ed Eddie Edgar Edmund Eduardo Edward Edwin
    Elbert Eldon Eli Elias Elijah Elliot Elliott Elmer Elton Emanuel Emeka Emil Emilio Emmanuel Emmett Enrico
    Enrique Eric Erik Ernest Ernesto Ernie Errol Erwin Ethan Eugene Evan Everett Ewan Ezra Fabian Fabio Faisal Farid
    Felipe Felix Felton Ferdinand Fernando Fidel Fletcher Florian Floyd Forrest Francesco Francis Francisco Franco
    Frank Frankie Franklin Franz François Fred Freddie Frederick Fredrick Fritz Gabriel Gareth Garrett Garry Garth
    Gary Gavin Gene Geoff Geoffrey Georg George Georges Gerald Gerard Gerardo Gerhard Gerry Gideon Gilbert Gilberto
    Giles Giorgio Giovanni Giuseppe Glen Glenn Gordon Grady Graham Greg Gregg Gregory Grover Guido Guillermo Gus
    Gustav Gustavo Guy Hal Hamid Hamish Hamza Hank Hans Harlan Harold Haroon Harry Harvey Hassan Heath Hector
    Heinrich Helmut Henri Henrik Henry Herb Herbert Herman Herschel Hideo Hiram Hiroshi Homer Horace Howard Howie
    Hubert Hugh Hugo Hussein Ian Ibrahim Ignacio Igor Imran Irvin Irving Isaac Isaiah Ismael Ismail Ivan Ivo Jack
    Jackson Jacob Jacques Jaime Jake Jamal Jamar James Jameson Jan Janos Jared Jarrett Jarrod Jason Jasper Javier
    Jaxon Jay Jayden Jean-Claude Jean-Marie Jean-Paul Jed Jedidiah Jeff Jeffrey Jens Jerald Jeremiah Jeremy Jermaine
    Jerome Jerry Jesus Jethro Jiang Jim Jimmie Jimmy Joachim Joao Joaquin Joe Joel Joey Johan Johann Johannes John
    Johnathan Johnnie Johnny Jomo Jon Jonah Jonas Jonathan Jorge Jose Josef Joseph Josh Joshua Josue José Juan Jude
    Judson Juergen Jules Julian Julio Julius Jun Justin Jürgen Kamal Kareem Karim Karl Keith Kelvin Ken Kendrick
    Kenji Kenneth Kenny Kent Kenta Kevin Khalid Kieran Kirk Klaus Kofi Konrad Kurt Kwame Kyle Lamar Lamont Lance
    Landon Lanny Larry Lars Laurence Lawrence Lee Leland Len Leo Leon Leonard Leonardo Leroy Lester Levi Lewis Liam
    Lindsey Lionel Lloyd Lon Lonnie Lorenzo Lou Louis Luc Luca Lucas Lucian Luigi Luis Lukas Luke Luther Lyle Lyndon
    Magnus Mahmoud Mahmud Malcolm Malik Manuel Marc Marcel Marcello Marcelo Marco Marcos Marcus Mario Mark Marko
    Marlon Marshall Martin Marty Marvin Mason Massimo Mathew Mats Matt Matteo Matthew Matthias Maurice Mauricio
    Maurizio Max Maxim Maximilian Mehmet Mel Melvin Mervin Michael Michel Mick Mickey Miguel Mike Mikhail Miles Milo
    Milos Milton Ming Mitch Mitchell Mohamed Mohammad Mohammed Monte Monty Mort Moses Muhammad Mukesh Murray Mustafa
    Myron Nasser Nate Nathan Nathaniel Ned Neil Nelson Niall Nicholas Nick Nicolas Nigel Nikolai Nils Noah Noam Noel
    Norbert Norm Norman Olaf Oleg Oliver Olivier Olu Oluwaseun Omar Orlando Orville Osama Oscar Oskar Otis Otto Owen
    Pablo Paddy Paolo Pascal Patrick Paul Paulo Pavel Pedro Percy Perry Pete Peter Petr Phil Philip Philippe Phillip
    Phineas Pierre Piers Pietro Prakash Preston Quentin Quincy Rafael Rahul Raj Rajesh Ralph Ramesh Ramiro Ramon
    Randal Randall Randy Raphael Rashid Raul Ravi Ray Raymond Reggie Reginald Reinhard Reuben Rex Rhett Ricardo
    Riccardo Rich Richard Rick Rickey Ricky Rob Robbie Robert Roberto Rocco Rod Roderick Rodney Rodolfo Rodrigo
    Roger Rohit Roland Rolf Roman Romeo Ron Ronald Ronnie Rory Roscoe Ross Roy Ruben Rudolf Rudolph Rudy Rufus
    Rupert Russ Russell Rusty Ryan Salvatore Sam Sami Sammy Samuel Sanjay Sanjeev Santiago Satoshi Saul Scott Seamus
    Sean Sebastian Sergei Sergey Sergio Seth Shane Shaun Shawn Sheldon Sid Sidney Silas Silvio Simon Sipho Sol
    Solomon Sonny Spencer Stan Stanislav Stanley Stefan Stefano Stephan Stephen Steve Steven Stewart Stuart Sunil
    Suresh Sven Syed Sylvester Tad Takeshi Tariq Taro Ted Terence Terrance Terrell Terrence Terry Thabo Thad
    Thaddeus Theo Theodore Thierry Thom Thomas Tim Timothy Tobias Toby Todd Tom Tomas Tommy Tony Travis Trent Trevor
    Trey Tristan Troy Tunde Tyler Tyrone Ulrich Ulysses Umberto Uri Usman Vaughn Vernon Vic Vicente Victor Vijay
    Vikram Viktor Vince Vincent Virgil Vito Vivek Vladimir Wade Walt Walter Warren Waylon Wayne Wei Wendell Werner
    Wesley Wilbur Wiley Wilfred Wilhelm Will Willard William Willie Wim Winston Wolfgang Woodrow Wyatt Xavier Yasser
    Yousef Yuri Yusuf Yves Zach Zachary Zack Zane Zeke Zoltan
    """.split()
)

FEMALE = frozenset(
    """
    Abby Abigail Ada Adela Adele Adriana Adrienne Agatha Agnes Aida Aileen Aimee Aisha Akiko Alana Alberta Alejandra
    Alexa Alexandra Alexandria Alexis Alice Alicia Alina Aline Alisa Alisha Alison Alissa Allison Allyson Alma
    Althea Alyssa Amal Amalia Amanda Amara Amber Amelia Amina Amy Ana Anastasia Andrea Angel Angela Angelica
    Angelina Angie Anika Anita Anjali Ann Anna Annabel Annabelle Anne Annette Annie Annmarie Antoinette Antonia
    Ariana Arianna Arlene Ashley Astrid Athena Audra Audrey Aurora Ava Ayesha Barbara Barbra Beatrice Beatriz Becky
    Belinda Bella Benita Bernadette Bernadine Bernice Bertha Beryl Bess Bessie Beth Bethany Betsy Bettie Bettina
    Betty Beverley Beverly Bianca Birgit Blanca Blanche Bonita Bonnie Brandi Breanna Brenda Brenna Briana Brianna
    Bridget Bridgette Brigid Brigitte Britney Brittany Brittney Brooke Caitlin Camilla Camille Candace Candice Cara
    Carey Carina Carla Carlene Carly Carmela Carmen Carol Carole Carolina Caroline Carolyn Carrie Casandra Cassandra
    Cassie Catalina Catherine Cathleen Cathy Cecelia Cecile Cecilia Celeste Celia Celina Celine Chandra Chantal
    Charlene Charlotte Charmaine Chelsea Cherie Cheryl Chioma Chloe Christa Christi Christie Christina Christine
    Christy Chrystal Cindy Claire Clara Clare Clarice Clarissa Claudette Claudia Colette Colleen Concetta Connie
    Constance Consuelo Cora Coretta Corinne Cornelia Courtney Cristina Crystal Cynthia Daisy Daniela Danielle Daphne
    Darla Darlene Dawn Deana Deanna Deanne Deb Debbie Debora Deborah Debra Deepa Deirdre Delia Delilah Della Delores
    Deloris Denise Desiree Diana Diane Dianne Dina Dinah Dixie Dolly Dolores Dominique Donna Dora Doreen Doris
    Dorothea Dorothy Dottie Earlene Edie Edith Edna Edwina Eileen Elaine Eleanor Elena Elisa Elisabeth Elise Eliza
    Elizabeth Ella Ellen Ellie Eloise Elsa Elsie Elvira Emilia Emily Emma Erica Ericka Erika Erin Erma Ernestine
    Esmeralda Esperanza Estella Estelle Ester Esther Ethel Etta Eugenia Eunice Eva Evangeline Eve Evelyn Fannie
    Farah Fatima Faye Felicia Felicity Fern Fernanda Fiona Flora Florence Frances Francesca Francine Freda Freida
    Frida Frieda Gabriela Gabriella Gabrielle Gail Gayle Gemma Gena Genevieve Georgette Georgia Georgina Geraldine
    Gertrude Gia Gilda Gillian Gina Ginger Ginny Gisela Giselle Gladys Glenda Glenna Gloria Grace Greta Gretchen
    Griselda Guadalupe Gwen Gwendolyn Hailey Hala Hannah Harriet Haruka Hattie Hayley Hazel Heather Heidi Helen
    Helena Helene Helga Henrietta Hilary Hilda Hillary Holly Hua Ida Ifeoma Ilene Imelda Imogen Imogene Ina Indira
    Ines Inez Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle Isla Ivana Ivy Jackie Jaclyn Jacqueline
    Jacquelyn Jada Jan Jana Jane Janelle Janet Janette Janice Janie Janine Janis Jasmine Jayne Jeanette Jeanie
    Jeanine Jeanne Jeannette Jeannie Jeannine Jemima Jen Jenna Jennie Jennifer Jenny Jeri Jerri Jessica Jill Jillian
    Jing Jo Joan Joann Joanna Joanne Jocelyn Jodi Jodie Johanna Jolene Joni Josefina Josephine Josie Joyce Juana
    Juanita Judi Judith Judy Julia Juliana Juliann Julianne Julie Juliet Juliette Justine Kaitlin Kaitlyn Kara Karen
    Kari Karin Karina Karla Karyn Kate Katelyn Katharina Katharine Katherine Kathi Kathie Kathleen Kathryn Kathy
    Katie Katrina Katy Kay Kaye Kayla Keiko Keira Keisha Kelley Kelli Kellie Kendra Keri Kerri Kerstin Kiara
    Kiersten Kimberly Kira Kirsten Kirstin Kitty Krista Kristen Kristi Kristie Kristin Kristina Kristine Kristy
    Krystal Kylie Lacey Ladonna Lakshmi Lana Lara Larissa Latasha Latisha Latonya Latoya Laura Lauren Laurie Laverne
    Layla Lea Leah Leann Leanne Leila Lela Lena Lenora Leola Leona Leonora Leslie Leticia Lidia Lila Lilia Lilian
    Liliana Lillian Lillie Lily Lina Linda Ling Lisa Liz Liza Lizzie Lois Lola Lora Loretta Lori Lorraine Louisa
    Louise Luana Lucia Lucille Lucinda Lucy Luisa Lupe Lydia Lyn Lynda Lynette Lynn Lynne Mabel Mable Maddie
    Madeleine Madeline Madelyn Mae Magdalena Maggie Maisie Mamie Mandy Manuela Mara Marcela Marcella Marcia Marcy
    Margaret Margarita Margery Margie Margo Margot Marguerite Maria Mariah Mariam Marian Mariana Marianne Maribel
    Maricela Marie Mariel Marilyn Marina Marion Marisa Marisol Marissa Marjorie Marla Marlene Marsha Marta Martha
    Martina Marva Mary Maryam Maryann Maryanne María Matilda Mattie Maud Maureen Mavis Maxine Maya Meera Meg Megan
    Meghan Mei Melanie Melba Melinda Melissa Mercedes Meredith Meryl Mia Michaela Michele Michelle Mildred Millicent
    Millie Mimi Mina Mindy Minerva Minnie Miranda Miriam Mitzi Moira Mollie Molly Mona Monica Monique Muriel Myra
    Myrna Myrtle Nadia Nadine Nancy Naoko Naomi Natalia Natalie Natasha Nell Nellie Nettie Ngozi Nichole Nicola
    Nicole Nicolette Nikki Nina Nisha Nkechi Noelle Nomvula Noor Nora Noreen Norma Octavia Olga Olive Olivia Opal
    Ophelia Paige Pam Pamela Patrice Patricia Patsy Patti Patty Paula Paulette Paulina Pauline Pearl Peggy Penelope
    Penny Petra Philippa Phoebe Phyllis Pia Pilar Polly Pooja Priscilla Priya Rachael Rachel Ramona Rania Raquel
    Reba Rebecca Regina Rekha Rena Renata Renee Rhea Rhoda Rhonda Rita Roberta Robyn Rochelle Rosa Rosalie Rosalind
    Rosalyn Rosanna Rosanne Rose Roseanne Rosemarie Rosemary Rosetta Rosie Roslyn Rowena Roxanne Ruby Ruth Ruthie
    Sabrina Sadie Sakura Sallie Sally Salma Samantha Samira Sandra Sandy Sara Sarah Saskia Savannah Selena Selma
    Serena Shana Shannon Shari Sharon Sheena Sheila Shelby Shelia Shelley Sheri Sherri Sherrie Sherry Sheryl Shirley
    Shonda Shreya Sian Sigrid Silvia Simone Siobhan Socorro Sofia Sondra Sonia Sonja Sonya Sophia Sophie Stacey
    Stacie Stacy Stella Stephanie Sue Sunita Susan Susana Susanna Susanne Susie Suzanne Suzy Svetlana Sybil Sylvia
    Tabitha Tamara Tameka Tami Tamika Tammi Tammy Tania Tanya Tara Tasha Tatiana Tatyana Teresa Teri Terri Terrie
    Tess Tessa Thandiwe Thelma Theresa Therese Tia Tiffany Tina Toni Tonya Tracey Traci Tracie Tracy Tricia Trina
    Trish Trisha Trudy Twila Ursula Usha Valarie Valentina Valeria Valerie Vanessa Velma Vera Verna Veronica Vicki
    Vickie Vicky Victoria Viola Violet Virginia Vivian Viviana Vivien Wanda Wendy Whitney Wilhelmina Willa Wilma
    Winifred Winnie Xenia Xiu Yasmin Yasmine Yesenia Ying Yoko Yolanda Yuki Yulia Yumiko Yvette Yvonne Zahra Zainab
    Zara Zelda Zoe
    """.split()
)

EITHER = frozenset(
    """
    Addison Alex Andrea Ariel Ashley Avery Bailey Billie Blair Blake Bobbie Brook Cameron Carmel Casey Chris
    Christian Corey Dakota Dale Dana Darcy Devon Dominique Drew Dylan Eden Elliot Ellis Emerson Finley Frankie
    Gabriele Haley Harper Hayden Hollis Hunter Jamie Jan Jean Jesse Jessie Jo Joan Jody Jordan Jules Kasey Kelly
    Kelsey Kendall Kerry Kim Kris Lane Lee Leigh Leslie Lindsay Lindsey Logan Loren Lynn Mackenzie Marion Mel Merle
    Merrill Micah Michele Min Morgan Nicky Nicola Nikita Paris Parker Pat Peyton Quinn Randy Reese Regan Rene Riley
    River Robin Rory Rowan Sage Sam Sandy Sasha Shannon Shelby Shelly Sidney Simone Skyler Stacy Sydney Tatum Taylor
    Terry Toby Toni Tracy Tyler Val Vivian Yi
    """.split()
)

GIVEN = MALE | FEMALE | EITHER
