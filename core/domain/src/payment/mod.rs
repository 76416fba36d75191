//! Formats of payments. Requisites are dated data; what stands here is arithmetic.

pub mod bank;
