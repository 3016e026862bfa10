"""Handbill's tests."""
