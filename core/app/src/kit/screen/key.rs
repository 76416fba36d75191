/// A page's name in a path: unique among the pages that are open, and the same each time it is opened.
pub type PageKey = String;
