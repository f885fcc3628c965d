"""A stand-in vendor: the two documented calls over real HTTP on the loopback, and all the ways they can go wrong."""

from sandbox.vendor.accounts import Account, Record
from sandbox.vendor.faults import Faults, Gate
from sandbox.vendor.server import Asked, Vendor

__all__ = ["Account", "Asked", "Faults", "Gate", "Record", "Vendor"]
