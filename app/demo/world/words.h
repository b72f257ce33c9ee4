#pragma once

#include <array>
#include <string_view>

/// Words from which people, firms and their conversations are made. Nobody real is meant.
namespace callcard::demo::words {

constexpr std::array kFirstNames = std::to_array<std::string_view>(
    {"Aaron",   "Abigail", "Adrian",    "Aisha",   "Alan",   "Alejandra", "Alice",  "Amara",   "Amir",   "Andre",  "Angela", "Anika",
     "Arjun",   "Astrid",  "Aurora",    "Beatriz", "Ben",    "Bianca",    "Boris",  "Brianna", "Bruno",  "Caleb",  "Camila", "Carla",
     "Casey",   "Cedric",  "Chiara",    "Chloe",   "Clara",  "Colin",     "Connor", "Cora",    "Daisy",  "Damian", "Darius", "Daria",
     "Deborah", "Dev",     "Diego",     "Dina",    "Dmitri", "Dominic",   "Dora",   "Edith",   "Edwin",  "Elena",  "Eli",    "Elise",
     "Emeka",   "Emma",    "Enzo",      "Erik",    "Esme",   "Esther",    "Ethan",  "Eva",     "Fatima", "Felix",  "Fiona",  "Frances",
     "Gabriel", "Gemma",   "George",    "Gideon",  "Gloria", "Greta",     "Hana",   "Harriet", "Hassan", "Hazel",  "Hector", "Helen",
     "Henry",   "Hugo",    "Ibrahim",   "Ida",     "Imani",  "Ingrid",    "Irene",  "Isaac",   "Isla",   "Ivan",   "Jada",   "James",
     "Jasmine", "Javier",  "Jean",      "Joanna",  "Joel",   "Jonas",     "Jorge",  "Judith",  "Julian", "Kai",    "Karin",  "Katya",
     "Keiko",   "Kenji",   "Kofi",      "Lara",    "Laura",  "Leah",      "Leila",  "Lena",    "Leo",    "Liam",   "Lina",   "Linus",
     "Lola",    "Lucas",   "Lucia",     "Mabel",   "Magnus", "Malik",     "Mara",   "Marco",   "Maria",  "Marta",  "Mateo",  "Maya",
     "Mei",     "Mia",     "Milan",     "Mina",    "Miriam", "Mona",      "Nadia",  "Naomi",   "Nathan", "Nell",   "Nia",    "Nico",
     "Nina",    "Noah",    "Nora",      "Oleg",    "Olive",  "Omar",      "Oscar",  "Otto",    "Pablo",  "Paige",  "Paula",  "Pavel",
     "Pearl",   "Pia",     "Priscilla", "Quentin", "Rafael", "Ramona",    "Rashid", "Raul",    "Reza",   "Rhea",   "Rita",   "Rosa",
     "Ruben",   "Ruth",    "Sadie",     "Salma",   "Samir",  "Sandra",    "Sara",   "Sean",    "Selma",  "Sergio", "Simone", "Sofia",
     "Stefan",  "Stella",  "Tara",      "Tariq",   "Tessa",  "Theo",      "Thora",  "Tobias",  "Uma",    "Una",    "Vera",   "Victor",
     "Viola",   "Walter",  "Wanda",     "Wren",    "Xavier", "Yara",      "Yasmin", "Yusuf",   "Zara",   "Zoe"});
constexpr std::array kLastNames = std::to_array<std::string_view>(
    {"Abbott",  "Acosta",    "Adler",  "Aguilar", "Ahmed",   "Alvarez", "Andersen", "Archer",    "Ashford",  "Atkins",    "Avery",
     "Baines",  "Baptiste",  "Barlow", "Bauer",   "Becker",  "Bellamy", "Bennett",  "Berg",      "Bishop",   "Blackwood", "Booth",
     "Bradley", "Brandt",    "Briggs", "Brooks",  "Calder",  "Campos",  "Cardenas", "Carver",    "Castillo", "Chandra",   "Chen",
     "Clarke",  "Coleman",   "Conrad", "Cortez",  "Crane",   "Cruz",    "Dalton",   "Davies",    "Dawson",   "Delgado",   "Devlin",
     "Diaz",    "Donovan",   "Doyle",  "Draper",  "Duarte",  "Duncan",  "Eaton",    "Edwards",   "Ellison",  "Emerson",   "Espinoza",
     "Farrow",  "Fernandez", "Finch",  "Fischer", "Fleming", "Flores",  "Foster",   "Fowler",    "Franklin", "Fraser",    "Gallagher",
     "Garner",  "Gibbs",     "Gill",   "Goodwin", "Grant",   "Graves",  "Greer",    "Griffin",   "Guerrero", "Gupta",     "Haas",
     "Hadley",  "Hale",      "Hansen", "Harlow",  "Hartman", "Hayes",   "Healy",    "Herrera",   "Hobbs",    "Holloway",  "Horvath",
     "Huang",   "Hughes",    "Ibarra", "Ingram",  "Iqbal",   "Ivanov",  "Jansen",   "Jarvis",    "Jensen",   "Johansson", "Juarez",
     "Kaplan",  "Kaur",      "Keller", "Kemp",    "Khan",    "Kim",     "Kirby",    "Klein",     "Knox",     "Kowalski",  "Kramer",
     "Lambert", "Landry",    "Lang",   "Larsen",  "Lawson",  "Leblanc", "Lindgren", "Lowell",    "Lucero",   "Lund",      "Maddox",
     "Maher",   "Maldonado", "Marsh",  "Martell", "Mathis",  "Mbeki",   "McCall",   "McKenna",   "Mendez",   "Mercer",    "Meyer",
     "Molina",  "Monroe",    "Moreau", "Morgan",  "Moss",    "Munoz",   "Nakamura", "Nash",      "Navarro",  "Nguyen",    "Nolan",
     "Novak",   "Nunez",     "Oakes",  "Obrien",  "Okafor",  "Olsen",   "Ortega",   "Osborne",   "Pacheco",  "Page",      "Palmer",
     "Park",    "Patel",     "Pena",   "Pereira", "Petrov",  "Phelps",  "Pierce",   "Porter",    "Prescott", "Quinn",     "Ramirez",
     "Rao",     "Reyes",     "Rhodes", "Riley",   "Rivas",   "Rojas",   "Romero",   "Rossi",     "Rowe",     "Salazar",   "Santos",
     "Sato",    "Schmidt",   "Shah",   "Sharp",   "Silva",   "Singh",   "Solis",    "Sorensen",  "Stark",    "Stein",     "Stokes",
     "Suarez",  "Sutton",    "Suzuki", "Tanaka",  "Thorne",  "Torres",  "Tran",     "Underwood", "Vance",    "Vargas",    "Vega",
     "Vogel",   "Wagner",    "Walsh",  "Ward",    "Weaver",  "Webb",    "Weiss",    "West",      "Whitaker", "Wilder",    "Winters",
     "Wolf",    "Wong",      "Yamada", "Yates",   "Young",   "Zamora",  "Ziegler"});
constexpr std::array kFirmNames = std::to_array<std::string_view>(
    {"Amber",    "Anchor",      "Aspen",     "Bayside",    "Birch",  "Blue",     "Bright",    "Canyon",   "Cascade", "Cedar",
     "Cobalt",   "Copperfield", "Coral",     "Crescent",   "Crown",  "Delta",    "Eagle",     "Eastgate", "Ember",   "Evergreen",
     "Falcon",   "Fern",        "Foxglove",  "Frontier",   "Garnet", "Glacier",  "Golden",    "Granite",  "Grove",   "Harbor",
     "Hazel",    "Highland",    "Hilltop",   "Horizon",    "Indigo", "Iron",     "Ivory",     "Jade",     "Juniper", "Keystone",
     "Lakeview", "Lark",        "Laurel",    "Lighthouse", "Lunar",  "Magnolia", "Maple",     "Marigold", "Meadow",  "Mesa",
     "Midtown",  "Mill",        "Moonstone", "Mosaic",     "Nimbus", "North",    "Oak",       "Olive",    "Onyx",    "Orchard",
     "Osprey",   "Pacific",     "Palm",      "Pebble",     "Pine",   "Pioneer",  "Prairie",   "Quarry",   "Raven",   "Redwood",
     "Ridge",    "River",       "Riverside", "Rosewood",   "Sable",  "Sage",     "Sandstone", "Sapphire", "Sequoia", "Sierra",
     "Silver",   "Spruce",      "Sterling",  "Stone",      "Summit", "Sunrise",  "Tamarack",  "Terrace",  "Thistle", "Timber",
     "Tundra",   "Twin",        "Valley",    "Velvet",     "Vista",  "Walnut",   "Westgate",  "Wild",     "Willow",  "Winter",
     "Yellow",   "Zenith"});
constexpr std::array kFirmTrades = std::to_array<std::string_view>(
    {"Gifts",           "Outfitters", "Trading",    "Supply",        "Market",    "Goods",    "Imports",  "Provisions", "Hardware",
     "Bakery",          "Books",      "Coffee",     "Grocers",       "Interiors", "Kitchens", "Lighting", "Nursery",    "Optics",
     "Paper",           "Pharmacy",   "Print",      "Records",       "Sports",    "Textiles", "Tools",    "Toys",       "Wholesale",
     "Wines & Spirits", "Auto Parts", "Pet Supply", "Garden Center", "Music",     "Cycles",   "Ceramics", "Catering",   "Logistics"});
constexpr std::array kFirmForms = std::to_array<std::string_view>({"", "", "", "", "", "LLC", "Inc.", "Co.", "& Sons", "Group"});
constexpr std::array kTitles =
    std::to_array<std::string_view>({"Owner", "Buyer", "Store Manager", "Purchasing Lead", "Office Manager", "Accounts Payable",
                                     "Operations", "General Manager", "Assistant Buyer", "President", "Receiving", "Bookkeeper", ""});
constexpr std::array kStreets = std::to_array<std::string_view>({"Main St", "Oak Ave", "Market St", "2nd Ave", "Harbor Rd", "Mill Ln",
                                                                 "Elm St", "Station Rd", "Park Blvd", "Lake Dr", "Pine St", "Canal St"});
constexpr std::array kNotes = std::to_array<std::string_view>(
    {"Wants the spring price list by Friday", "Promised to send samples of the new line", "Asked to be called back after the 15th",
     "Order delayed, told them Tuesday", "Interested in the bulk discount", "Will decide with their partner", "Prefers e-mail for invoices",
     "Asked about net-30 terms", "Needs a replacement for the damaged box", "Happy with the last delivery", "Call before noon only",
     "Quote for 40 cases sent", "Said \"maybe in autumn\" & asked for <two> quotes", "Caf\u00e9 opens in May, wants a d\u00e9mo"});
constexpr std::array kMessages = std::to_array<std::string_view>(
    {"Hi, this is about our last order, please call me back.", "Hello, just returning your call. I am in until five.",
     "Could you send me the price list again? Thanks.", "We are out of stock and need a rush delivery.",
     "It is me again, the invoice number does not match."});
constexpr std::array kTextsOut = std::to_array<std::string_view>(
    {"Price list sent", "Thanks for the call, summary is in your inbox", "Your order ships tomorrow", "Can I call you at 3?",
     "The samples are on their way", "Happy to help, anything else?", "Just following up on our quote"});
constexpr std::array kTextsIn = std::to_array<std::string_view>({"Thanks, ordering today", "Can you call me after lunch?", "Yes please",
                                                                 "Got it, thank you!", "What is the price for 20 cases?",
                                                                 "Running late, call you in 10", "Please resend the invoice & the quote"});
constexpr std::array kDispositions = std::to_array<std::string_view>(
    {"Sales: Follow up", "Sales: Order placed", "Sales: Not interested", "Sales: Left message", "Support: Solved", "Support: Open", ""});

} // namespace callcard::demo::words
