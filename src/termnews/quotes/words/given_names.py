"""Common given names by the sex they are mostly given to.

Compiled for this project from general knowledge: the names most common in the United States (the U.S. Census Bureau's
name statistics are in the public domain), Britain and the larger languages of Europe, and well-known ones of the rest
of the world. A name that both sexes bear stands in EITHER: it marks a person, and says nothing of the pronoun.
"""

from __future__ import annotations

MALE = frozenset(
    """
    Aaron Abdul Abdullah Abel Abraham Abram Adam Adolfo Adrian Ahmad Ahmed Aidan Al Alan Albert Alberto Alec
    Alejandro Aleksandr Alexander Alexandre Alexei Alfonso Alfred Alfredo Ali Allan Allen Alvaro Alvin Amir Anders
    Andre Andreas Andrei Andres Andrew Andy Angelo Angus Anthony Antoine Anton Antonio Antony Armando Arne Arnold
    Arthur Arturo Ashraf Austin Axel Barry Bart Basil Ben Benedict Benjamin Benny Bernard Bernie Bert Bill Billy
    Björn Bob Bobby Boris Brad Bradley Brandon Brendan Brent Bret Brett Brian Bruce Bruno Bryan Bryce Byron Caleb
    Calvin Cameron Carl Carlo Carlos Cecil Cesar Chad Charles Charlie Chester Chris Christian Christoph Christophe
    Christopher Chuck Claude Claudio Clarence Clark Clay Clayton Cliff Clifford Clint Clive Clyde Cole Colin Conor
    Connor Corey Cory Craig Curt Curtis Cyril Cyrus Dale Damian Damon Dan Daniel Danny Darrell Darren Darryl Dave
    David Dean Declan Denis Dennis Derek Derrick Desmond Devin Diego Dieter Dirk Dmitri Dmitry Dominic Don Donald
    Donnie Doug Douglas Drew Duane Duncan Dustin Dwayne Dwight Dylan Earl Ed Eddie Edgar Edmund Eduardo Edward Edwin
    Eli Elias Elijah Elliot Elliott Emanuel Emil Emilio Emmanuel Enrico Enrique Eric Erik Ernest Ernesto Ernie Ethan
    Eugene Evan Everett Ewan Fabio Farid Felipe Felix Ferdinand Fernando Fidel Florian Floyd Francesco Francis
    Francisco Franco François Frank Frankie Franklin Franz Fred Freddie Frederick Fritz Gareth Garrett Gary Gavin
    Gene Geoff Geoffrey Georg George Georges Gerald Gerard Gerhard Gerry Gideon Gilbert Giles Giorgio Giovanni
    Giuseppe Glen Glenn Gordon Graham Greg Gregg Gregory Guido Guillermo Gus Gustav Gustavo Guy Hamid Hamish Hans
    Harold Haroon Harry Harvey Hassan Heath Hector Heinrich Helmut Henri Henrik Henry Herb Herbert Herman Hiroshi
    Horace Howard Hubert Hugh Hugo Hussein Ian Ibrahim Ignacio Igor Imran Irving Isaac Ismail Ivan Ivo Jack Jackson
    Jacob Jacques Jaime Jake James Jan Janos Jared Jason Jasper Javier Jay Jean-Claude Jean-Marie Jean-Paul Jeff
    Jeffrey Jens Jeremiah Jeremy Jermaine Jerome Jerry Jesus Jim Jimmy Joachim Joao Joaquin Joe Joel Joey Johan
    Johann Johannes John Johnny Jon Jonah Jonas Jonathan Jorge Jose José Josef Joseph Josh Joshua Juan Jules Julian
    Julio Julius Juergen Jürgen Justin Kamal Karim Karl Keith Kelvin Ken Kenneth Kenny Kenji Kent Kevin Khalid
    Kieran Kirk Klaus Kofi Konrad Kurt Kyle Lamar Lance Larry Lars Laurence Lawrence Lee Len Leo Leon Leonard
    Leonardo Leroy Lester Lewis Liam Lindsey Lionel Lloyd Lorenzo Lou Louis Luc Luca Lucas Luigi Luis Lukas Luke
    Luther Lyle Lyndon Magnus Mahmoud Malcolm Malik Manuel Marc Marcel Marcello Marcelo Marco Marcos Marcus Mario
    Mark Marko Marshall Martin Marty Marvin Mason Massimo Mathew Mats Matt Matteo Matthew Matthias Maurice Mauricio
    Maurizio Max Maxim Maximilian Mehmet Mel Melvin Michael Michel Mick Miguel Mike Mikhail Miles Milos Milton Mitch
    Mitchell Mohamed Mohammad Mohammed Mort Moses Muhammad Murray Mustafa Nathan Nathaniel Ned Neil Nelson Nicholas
    Nick Nicolas Niall Nigel Nikolai Nils Noah Noam Noel Norbert Norman Olaf Oleg Oliver Olivier Omar Orlando Oscar
    Oskar Otto Owen Pablo Paddy Paolo Pascal Patrick Paul Paulo Pavel Pedro Percy Perry Pete Peter Petr Phil Philip
    Philippe Phillip Pierre Piers Pietro Prakash Preston Quentin Rafael Raj Rajesh Ralph Ramesh Ramon Randall Randy
    Raphael Rashid Raul Ravi Ray Raymond Reggie Reginald Reinhard Rex Ricardo Riccardo Rich Richard Rick Ricky Rob
    Robbie Robert Roberto Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Romeo Ron Ronald Ronnie Rory Ross Roy
    Ruben Rudolf Rudolph Rudy Rupert Russ Russell Ryan Sam Sami Sammy Samuel Sanjay Sanjeev Santiago Scott Sean
    Seamus Sebastian Sergei Sergey Sergio Seth Shane Shaun Shawn Sidney Silvio Simon Sol Spencer Stan Stanislav
    Stanley Stefan Stefano Stephan Stephen Steve Steven Stewart Stuart Sunil Sven Syed Ted Terence Terrence Terry
    Theo Theodore Thierry Thom Thomas Tim Timothy Tobias Toby Todd Tom Tomas Tommy Tony Travis Trevor Trey Tristan
    Troy Tyler Ulrich Umberto Uri Usman Vernon Vicente Victor Viktor Vijay Vince Vincent Vikram Vito Vladimir Wade
    Walt Walter Warren Wayne Wendell Werner Wesley Wilbur Wilfred Wilhelm Will Willard William Willie Wim Winston
    Wolfgang Woodrow Xavier Yasser Yves Yuri Yusuf Zach Zachary Zack Zoltan Hiram Hideo Takeshi Kenta Satoshi Akira
    Taro Jiang Ming Wei Jun Arun Anil Ashok Amit Vivek Rahul Rohit Deepak Mukesh Suresh Tariq Bilal Faisal Nasser
    Mahmud Yousef Osama Jamal Hamza Sipho Thabo Kwame Chidi Emeka Tunde Oluwaseun Babatunde Olu Jomo
    """.split()
)

FEMALE = frozenset(
    """
    Abby Abigail Ada Adela Adele Adriana Adrienne Agnes Aida Aileen Aisha Alana Alejandra Alexandra Alexandria
    Alexis Alice Alicia Alina Aline Alison Allison Alma Alyssa Amanda Amber Amelia Amina Amy Ana Anastasia Andrea
    Angel Angela Angelica Angelina Angie Anika Anita Ann Anna Annabel Anne Annette Annie Antoinette Antonia Arlene
    Ashley Astrid Audrey Ayesha Barbara Beatrice Beatriz Becky Belinda Bella Benita Bernadette Bernice Bertha Beryl
    Beth Bethany Betsy Betty Beverley Beverly Bianca Birgit Bonnie Brandi Brenda Briana Bridget Brigitte Britney
    Brittany Brooke Caitlin Camilla Camille Candace Candice Carey Carina Carla Carly Carmen Carol Carole Carolina
    Caroline Carolyn Carrie Cassandra Catalina Catherine Cathy Cecilia Cecile Celeste Celia Chantal Charlene
    Charlotte Chelsea Cherie Cheryl Chloe Christa Christie Christina Christine Cindy Claire Clara Clare Clarissa
    Claudia Colleen Connie Constance Consuelo Cora Corinne Cornelia Courtney Cristina Crystal Cynthia Daisy Daniela
    Danielle Daphne Darlene Dawn Deanna Debbie Deborah Debra Deirdre Delia Delores Denise Desiree Diana Diane Dianne
    Dina Dolores Dominique Donna Dora Doreen Doris Dorothea Dorothy Edith Edna Eileen Elaine Elena Eleanor Elisa
    Elisabeth Elise Elizabeth Ella Ellen Elsa Elsie Elvira Emilia Emily Emma Erica Erika Erin Esmeralda Estelle
    Esther Ethel Eugenia Eunice Eva Eve Evelyn Fatima Faye Felicia Felicity Fernanda Fiona Flora Florence Frances
    Francesca Francine Freda Frida Gabriela Gabrielle Gail Gayle Gemma Genevieve Georgia Georgina Geraldine Gertrude
    Gillian Gina Ginger Giselle Gisela Gladys Glenda Gloria Grace Greta Gretchen Guadalupe Gwen Gwendolyn Hannah
    Harriet Hazel Heather Heidi Helen Helena Helene Helga Henrietta Hilary Hilda Hillary Holly Ida Imelda Imogen
    Ines Ingrid Irene Irina Iris Irma Isabel Isabella Isabelle Ivana Ivy Jackie Jaclyn Jacqueline Jan Jane Janet
    Janice Janine Jasmine Jeanette Jeanne Jeannie Jemima Jen Jenna Jennie Jennifer Jenny Jessica Jill Jillian Jo
    Joan Joann Joanna Joanne Jocelyn Jodi Jodie Johanna Josefina Josephine Joyce Juanita Judi Judith Judy Julia
    Juliana Julianne Julie Juliet Justine Kaitlin Kara Karen Karin Karina Karla Kate Katharina Katharine Katherine
    Kathleen Kathryn Kathy Katie Katrina Katy Kay Kayla Keira Kendra Keri Kerstin Kiersten Kirsten Kirstin Kristen
    Kristi Kristin Kristina Kristine Lana Lara Larissa Laura Lauren Laurie Lea Leah Leila Lena Leona Leonora Leslie
    Leticia Lidia Lila Lillian Lily Lina Linda Lisa Liz Liza Lois Lola Lora Loretta Lori Lorraine Louisa Louise
    Luana Lucia Lucille Lucinda Lucy Luisa Lupe Lydia Lynda Lyn Lynette Lynn Lynne Mabel Madeleine Madeline Mae
    Magdalena Maggie Mandy Manuela Mara Marcia Margaret Margarita Margot Marguerite Maria María Marian Mariana
    Marianne Marie Mariel Marilyn Marina Marion Marisa Marjorie Marla Marlene Marsha Marta Martha Martina Mary
    Matilda Maud Maureen Mavis Maxine Maya Meg Megan Meghan Mei Melanie Melinda Melissa Mercedes Meredith Meryl Mia
    Michaela Michele Michelle Mildred Millie Mimi Mina Mindy Miranda Miriam Mitzi Moira Mollie Molly Mona Monica
    Monique Muriel Myra Myrna Myrtle Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nellie Nicola Nicole Nicolette
    Nikki Nina Noelle Nora Noreen Norma Octavia Olga Olive Olivia Ophelia Paige Pam Pamela Patrice Patricia Patsy
    Patti Patty Paula Paulette Paulina Pauline Pearl Peggy Penelope Penny Petra Philippa Phoebe Phyllis Pia Pilar
    Polly Priscilla Priya Rachael Rachel Ramona Raquel Rebecca Regina Renata Renee Rhonda Rita Roberta Robyn
    Rochelle Rosa Rosalie Rosalind Rosanna Rose Roseanne Rosemary Rosie Rowena Roxanne Ruby Ruth Sabrina Sadie Sally
    Samantha Sandra Sandy Sara Sarah Saskia Savannah Selena Selma Serena Shannon Sharon Sheena Sheila Shelby Shelley
    Sheri Sherry Shirley Sian Sigrid Silvia Simone Siobhan Sofia Sonia Sonja Sonya Sophia Sophie Stacey Stacy Stella
    Stephanie Sue Susan Susana Susanna Susanne Susie Suzanne Svetlana Sybil Sylvia Tabitha Tamara Tammy Tanya Tara
    Tasha Tatiana Teresa Teri Terri Tess Tessa Thelma Theresa Therese Tiffany Tina Toni Tracey Tracy Tricia Trina
    Trish Trudy Ursula Valentina Valeria Valerie Vanessa Vera Verna Veronica Vicki Vickie Vicky Victoria Viola
    Violet Virginia Vivian Vivien Wanda Wendy Whitney Wilma Winifred Winnie Xenia Yasmin Yoko Yolanda Yuki Yulia
    Yvette Yvonne Zainab Zara Zoe Angela Theresa Indira Sonia Sunita Anjali Deepa Lakshmi Meera Nisha Pooja Rekha
    Shreya Usha Amal Farah Hala Layla Mariam Maryam Noor Rania Salma Samira Yasmine Zahra Amara Chioma Ngozi Ifeoma
    Nkechi Thandiwe Nomvula Keiko Haruka Sakura Yumiko Akiko Naoko Xiu Ying Jing Hua Ling
    """.split()
)

EITHER = frozenset(
    """
    Addison Alex Ariel Avery Bailey Blair Blake Brook Cameron Carmel Casey Chris Christian Corey Dakota Dale Dana
    Darcy Devon Dominique Drew Dylan Eden Elliot Ellis Emerson Finley Frankie Hayden Haley Harper Hollis Hunter
    Jamie Jan Jean Jesse Jo Jody Jordan Jules Kelly Kelsey Kendall Kerry Kim Kris Lane Lee Leigh Leslie Lindsay
    Lindsey Logan Loren Lynn Mackenzie Marion Mel Merrill Micah Morgan Nicola Nicky Pat Parker Paris Peyton Quinn
    Randy Reese Regan Riley River Robin Rory Rowan Sage Sam Sasha Sandy Shannon Shelby Shelly Sidney Skyler Stacy
    Sydney Tatum Taylor Terry Toby Toni Tracy Tyler Val Vivian Yi Min Andrea Gabriele Michele Simone Joan Nikita
    Ashley
    """.split()
)

GIVEN = MALE | FEMALE | EITHER
