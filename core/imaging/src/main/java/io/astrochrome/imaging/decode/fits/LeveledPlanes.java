package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;
import java.util.List;

/** Planes and what their 0 and 1 were. */
record LeveledPlanes(List<Samples> samples, SampleLevels levels) {}
