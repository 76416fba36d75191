//! fl-sandbox
