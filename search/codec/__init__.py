"""The JSON contracts of the command line and of the catalogue an index stores; keys may be added, never renamed."""

from search.codec.answers import answer_to_dict
from search.codec.decrees import (
    decree_from_dict,
    decree_to_dict,
    finding_from_dict,
    finding_to_dict,
    unit_from_dict,
    unit_to_dict,
)
from search.codec.examples import example_file_from_dict, example_file_to_dict
from search.codec.labels import label_file_from_dict, label_file_to_dict

__all__ = [
    "answer_to_dict",
    "decree_from_dict",
    "decree_to_dict",
    "example_file_from_dict",
    "example_file_to_dict",
    "finding_from_dict",
    "finding_to_dict",
    "label_file_from_dict",
    "label_file_to_dict",
    "unit_from_dict",
    "unit_to_dict",
]
