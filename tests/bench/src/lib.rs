//! fl-bench
