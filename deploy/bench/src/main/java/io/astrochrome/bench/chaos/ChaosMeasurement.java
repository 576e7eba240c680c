package io.astrochrome.bench.chaos;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.bench.report.MeasurementException;
import io.astrochrome.bench.stream.BenchStack;
import io.astrochrome.bench.stream.Decisions;
import io.astrochrome.bench.stream.Workplace;
import io.astrochrome.standalone.stack.Service;
import io.astrochrome.standalone.stack.Stack;
import io.astrochrome.storage.MinioObjectStore;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Frames while everything goes wrong: processes are killed, stand still and crawl, the broker's and the store's among them; these are
 * slow or refuse; records and frames are broken, objects altered, disks full, clocks wrong; instances come and go, models are
 * swapped. Afterwards each frame must have had its fate once.
 */
public final class ChaosMeasurement implements Measurement {
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
    private static final double HEALTHY_SECONDS = 30;
    private static final int LOOK_MILLIS = 1000;
    private static final int MODELS = 2;
    private static final int SEED = 17;

    /** What a heap may differ by from one look to another; what leaks with each fault is more over all of them. */
    private static final double MOST_GROWTH_MEBIBYTES = 200;

    /** A median does not depend on the longest backlog. */
    private static final double MOST_MEDIAN_GROWTH_MEBIBYTES = 100;

    /** A frame or two under way of each that was killed last. */
    private static final double MOST_LEFT_MEBIBYTES = 64;

    private static final double BYTES_PER_MEBIBYTE = 1 << 20;
    private static final double NANOS = 1e9;

    private final Workplace workplace;
    private final String name;
    private final int frames;
    private final int faults;

    private ChaosMeasurement(Workplace workplace, String name, int frames, int faults) {
        this.workplace = workplace;
        this.name = name;
        this.frames = frames;
        this.faults = faults;
    }

    /** 10,000 frames and 200 faults: an hour and more. */
    public static ChaosMeasurement whole(Workplace workplace) {
        return of(workplace, "chaos", 10_000, 200);
    }

    /** 1,000 frames and 20 faults: some minutes. */
    public static ChaosMeasurement brief(Workplace workplace) {
        return of(workplace, "chaos-brief", 1000, 20);
    }

    static ChaosMeasurement of(Workplace workplace, String name, int frames, int faults) {
        return new ChaosMeasurement(workplace, name, frames, faults);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return frames + " frames and " + faults + " faults: none lost, none doubled, all in order";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        progress.at("starting the stream");
        try (var surroundings = Surroundings.in(workplace.folder().resolve("chaos"), workplace.data());
                var stack = BenchStack.start(workplace, surroundings.variables())) {
            return measure(surroundings, stack, progress);
        }
    }

    private List<Figure> measure(Surroundings surroundings, BenchStack stack, Progress progress) throws Exception {
        var running = stack.running();
        var bootstrapServers = running.addresses().bootstrapServers();
        try (var store = new MinioObjectStore(stack.store());
                var decisions = new Decisions(stack, workplace.model());
                var fates = new Fates(bootstrapServers);
                var records = new RecordFaults(bootstrapServers);
                var broker = new BrokerFaults(bootstrapServers);
                var flow = new FrameFlow(running.addresses().of(Service.INGEST), stack.frames(), frames, PACE)) {
            var objects = new ObjectFaults(running, store, Files.createDirectories(workplace.folder()));
            var processes = new ProcessFaults(running);
            var kinds = new ArrayList<>(List.of(
                    processes.kills(),
                    processes.silences(),
                    processes.crawls(),
                    broker.all(),
                    records.all(),
                    objects.all(),
                    new GuestFaults(running).all(),
                    swaps(decisions)));
            kinds.addAll(surroundings.around(running));
            var footprint = new Footprint(running);
            var log = new FaultLog(workplace.folder().resolve(name + "-faults.log"));
            var struck = strike(new Deck(kinds, new SplittableRandom(SEED)), flow, fates, footprint, log, progress);
            var healthy = awaitHealth(running, fates, progress);
            await(flow, fates, records, objects, progress);
            footprint.look(true);
            for (var process : footprint.told()) {
                log.note(frames, process);
            }
            var missing = fates.pictures().stream()
                    .filter(key -> store.stat(key).isEmpty())
                    .count();
            var figures = new ArrayList<>(figures(flow, fates, records, struck, missing, healthy));
            figures.add(Figure.atMost(
                    "frames altered in the store that were not put aside with a reason",
                    fates.notPutAside(objects.altered()),
                    "",
                    0));
            figures.add(Figure.told("such frames", objects.altered().size(), ""));
            figures.add(Figure.told(
                    "kinds of faults that cannot be made here, for want of the right to mount or of libfaketime",
                    kinds.stream().filter(List::isEmpty).count(),
                    ""));
            figures.add(Figure.atMost(
                    "memory of a process, the most in the second half beyond that in the first",
                    footprint.growthMebibytes(Footprint::most),
                    "MiB",
                    MOST_GROWTH_MEBIBYTES));
            figures.add(Figure.atMost(
                    "the same, its median",
                    footprint.growthMebibytes(Footprint::median),
                    "MiB",
                    MOST_MEDIAN_GROWTH_MEBIBYTES));
            figures.add(Figure.atMost(
                    "left on the services' disks at the end",
                    surroundings.usedBytes() / BYTES_PER_MEBIBYTE,
                    "MiB",
                    MOST_LEFT_MEBIBYTES));
            return figures;
        }
    }

    private static List<Fault> swaps(Decisions decisions) throws IOException {
        var swaps = new ArrayList<Fault>();
        for (var copy = 0; copy < MODELS; copy++) {
            var model = decisions.publish(copy);
            swaps.add(new Fault("another model", random -> decisions.announce(model)));
        }
        return swaps;
    }

    /** How long it takes, in seconds; at most as long as there is patience, which is too long. */
    private static double awaitHealth(Stack stack, Fates fates, Progress progress) {
        var began = System.nanoTime();
        progress.at("waiting for health");
        while (!isHealthy(stack) && System.nanoTime() - began < READY_PATIENCE.toNanos()) {
            fates.look();
        }
        return (System.nanoTime() - began) / NANOS;
    }

    private static boolean isHealthy(Stack stack) {
        for (var service : EnumSet.complementOf(EnumSet.of(Service.TRAINER))) {
            try {
                if (!isReady(stack.addresses().of(service).resolve("/q/health/ready"))) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private static boolean isReady(URI address) throws IOException {
        var answer = (HttpURLConnection) address.toURL().openConnection();
        try {
            answer.setConnectTimeout(LOOK_MILLIS);
            answer.setReadTimeout(LOOK_MILLIS);
            return answer.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            answer.disconnect();
        }
    }

    /** Spreads the faults over the frames, each behind the one before. */
    private int strike(Deck deck, FrameFlow flow, Fates fates, Footprint footprint, FaultLog log, Progress progress)
            throws Exception {
        var random = new SplittableRandom(SEED + 1);
        var struck = 0;
        while (struck < faults && flow.failure() == null) {
            var enough = (long) frames * (struck + 1) / (faults + 1);
            while (flow.number() < enough && !flow.isDone()) {
                progress.at("frame " + flow.number() + " of " + frames + ", fault " + struck + " of " + faults);
                fates.look();
            }
            var fault = deck.next();
            log.note(flow.number(), fault.what());
            fault.cause().strike(random);
            log.note(flow.number(), "over");
            footprint.look(2 * struck >= faults);
            struck++;
        }
        return struck;
    }

    private void await(FrameFlow flow, Fates fates, RecordFaults records, ObjectFaults objects, Progress progress)
            throws MeasurementException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end
                && (!flow.isDone()
                        || fates.lost(flow.sent()) + fates.lost(flow.broken()) + fates.lost(objects.altered()) > 0
                        || fates.unjudged(flow.exposures()) > 0
                        || fates.notInPicture() > 0
                        || fates.nameless() < records.sent())) {
            progress.at("waiting for the fates of " + fates.lost(flow.sent()) + " frames");
            fates.look();
        }
        fates.look(); // what should not come
        var failure = flow.failure();
        if (failure != null) {
            throw new MeasurementException("sending stopped: " + failure.getMessage(), failure);
        }
    }

    private List<Figure> figures(
            FrameFlow flow, Fates fates, RecordFaults records, int struck, long missing, double healthy) {
        var over = " over " + struck + " faults";
        return List.of(
                Figure.told("frames that were sent, broken ones among them" + over, frames, ""),
                Figure.atMost("frames lost" + over, fates.uncoloured(flow.sent()), "", 0),
                Figure.told("exposures of nights among them", flow.exposures().size(), ""),
                Figure.atMost(
                        "exposures of which nobody said what became of them", fates.unjudged(flow.exposures()), "", 0),
                Figure.atMost(
                        "exposures that their night's last picture is without, or has twice",
                        fates.notInPicture(),
                        "",
                        0),
                Figure.atMost("pictures shown twice" + over, fates.doubled(), "", 0),
                Figure.atMost("pictures before one of an earlier frame of their target", fates.outOfOrder(), "", 0),
                Figure.atMost("pictures that are not in the store", missing, "", 0),
                Figure.told("broken frames that were refused at once", flow.refused(), ""),
                Figure.atMost(
                        "broken frames that were taken and not put aside with a reason",
                        fates.notPutAside(flow.broken()),
                        "",
                        0),
                Figure.atMost(
                        "records that are nothing and were not put aside",
                        Math.max(0, records.sent() - fates.nameless()),
                        "",
                        0),
                Figure.told(
                        "such records that were put aside again after a kill",
                        Math.max(0, fates.nameless() - records.sent()),
                        ""),
                Figure.atMost("from the last fault until all services are healthy", healthy, "s", HEALTHY_SECONDS));
    }
}
