package io.astrochrome.imaging.decode.xisf;

import java.util.Optional;
import java.util.stream.Stream;

/** XISF's number formats of real pixels. */
enum SampleFormat {
    UINT8("UInt8", 1),
    UINT16("UInt16", 2),
    UINT32("UInt32", 4),
    FLOAT32("Float32", 4),
    FLOAT64("Float64", 8);

    private final String xisfName;
    private final int bytes;

    SampleFormat(String xisfName, int bytes) {
        this.xisfName = xisfName;
        this.bytes = bytes;
    }

    static Optional<SampleFormat> named(String name) {
        return Stream.of(values())
                .filter(format -> format.xisfName.equals(name))
                .findFirst();
    }

    int bytes() {
        return bytes;
    }

    /** Whether the frame keeps 16-bit integers. */
    boolean staysInteger() {
        return this == UINT8 || this == UINT16;
    }

    boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64;
    }
}
