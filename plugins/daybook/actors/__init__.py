"""Actors: persons, organisations and states, found, named and told apart."""
