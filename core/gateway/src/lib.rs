//! fl-gateway
