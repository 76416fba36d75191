//! fl-runtime
