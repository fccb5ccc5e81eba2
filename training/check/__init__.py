"""Measures the shipped models on the excerpts that no model was trained on."""
