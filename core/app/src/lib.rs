//! fl-app
