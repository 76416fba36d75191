//! fl-store
