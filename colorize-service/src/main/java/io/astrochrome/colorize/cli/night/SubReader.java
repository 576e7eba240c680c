package io.astrochrome.colorize.cli.night;

import io.astrochrome.imaging.decode.DecodeOutcome;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.Rejected;
import io.astrochrome.imaging.exposure.SubFacts;
import io.astrochrome.imaging.night.MeasuredSub;
import io.astrochrome.imaging.night.TargetNight;
import io.astrochrome.storage.Sha256;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/**
 * Reads and measures a night's files on a thread of its own, in their order, while those before are stacked: a few ahead, so that
 * memory is theirs. Closing it ends the thread.
 */
final class SubReader implements Iterator<SubReader.Read>, AutoCloseable {
    /** One waits to be stacked while the next is read. */
    private static final int AHEAD = 2;

    private final TargetNight night;
    private final FrameDecoder decoder;
    private final BiFunction<DecodedFrame, Path, SubFacts> facts;
    private final Iterator<Path> files;
    private final Queue<Future<Read>> ahead = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread reader = new Thread(work, "exposures");
        reader.setDaemon(true);
        return reader;
    });

    /** A file's exposure, or why there is none in it. */
    sealed interface Read {
        Path file();

        /** It is not to be used. */
        record Unread(Path file, String reason) implements Read {}

        /** It was looked at. */
        record Exposure(Path file, String id, SubFacts facts, MeasuredSub measured) implements Read {}
    }

    /**
     * Reads files.
     *
     * @param night that they are measured for
     * @param facts says what a file's frame is
     */
    SubReader(
            TargetNight night, FrameDecoder decoder, BiFunction<DecodedFrame, Path, SubFacts> facts, List<Path> files) {
        this.night = night;
        this.decoder = decoder;
        this.facts = facts;
        this.files = files.iterator();
        for (int i = 0; i < AHEAD; i++) {
            begin();
        }
    }

    private void begin() {
        if (files.hasNext()) {
            Path file = files.next();
            ahead.add(thread.submit(() -> read(file)));
        }
    }

    private Read read(Path file) {
        DecodeOutcome outcome = decoder.decode(file, file.getFileName().toString());
        if (outcome instanceof Rejected rejected) {
            return new Read.Unread(file, rejected.message());
        }
        DecodedFrame frame = ((Decoded) outcome).frame();
        SubFacts what = facts.apply(frame, file);
        return new Read.Exposure(file, Sha256.of(file), what, night.measured(what, frame));
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    @Override
    public Read next() {
        try {
            Read read = ahead.remove().get();
            begin();
            return read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an exposure was read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an exposure could not be read", e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
