//! fl-journeys
