"""Lays FITS frames on the first of them by astroalign: a line for each of the others, the six numbers of its pose or "none"."""
import sys

import astroalign
from astropy.io import fits

frames = [fits.getdata(name).astype("float32") for name in sys.argv[1:]]
for frame in frames[1:]:
    try:
        pose = astroalign.find_transform(frame, frames[0])[0].params
        print(*pose[0], *pose[1], flush=True)
    except (astroalign.MaxIterError, TypeError, ValueError):
        print("none", flush=True)
