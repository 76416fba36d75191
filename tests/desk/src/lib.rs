//! fl-desk
