package io.astrochrome.imaging.linear;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.Samples;

/** One channel's light, whatever holds it. */
public interface ChannelLight {
    /** In px. */
    int width();

    /** In px. */
    int height();

    /** The light of a pixel in the file's units, by its index row by row from the top left; not-a-number where it is missing. */
    float value(int index);

    /** A channel of a linear frame, read where it is; samples of 0 are missing where they are as the decoder says. */
    static ChannelLight of(DecodedFrame frame, int channel) {
        return new FrameLight(frame, channel);
    }

    /** A decoded frame's. */
    final class FrameLight implements ChannelLight {
        private final Samples samples;
        private final int width;
        private final int height;
        private final boolean zerosAreMissing;
        private final double black;
        private final double range;

        private FrameLight(DecodedFrame frame, int channel) {
            SampleLevels levels = frame.levels();
            samples = frame.plane(channel);
            width = frame.width();
            height = frame.height();
            zerosAreMissing = samples.distribution().missingShare() > 0;
            black = levels.black();
            range = levels.white() - levels.black();
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        @Override
        public float value(int index) {
            float sample = samples.get(index);
            return sample == 0 && zerosAreMissing ? Float.NaN : (float) (black + sample * range);
        }
    }
}
