"""Write a report, decide on it, book what it earns, and offer to help others."""

from matang.flow.learn.services.reports.alumni import offer_help, stop_helping
from matang.flow.learn.services.reports.deciding import accept_report, send_back_report, take_back_acceptance
from matang.flow.learn.services.reports.writing import PARTS, attach_document, save_part, submit_report

__all__ = [
    "PARTS",
    "accept_report",
    "attach_document",
    "offer_help",
    "save_part",
    "send_back_report",
    "stop_helping",
    "submit_report",
    "take_back_acceptance",
]
