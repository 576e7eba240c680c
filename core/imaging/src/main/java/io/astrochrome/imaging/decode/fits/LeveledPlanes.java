package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.SampleLevels;
import io.astrochrome.imaging.decode.Samples;
import java.util.List;

/** Planes and what their 0 and 1 were. */
record LeveledPlanes(List<Samples> samples, SampleLevels levels) {}
