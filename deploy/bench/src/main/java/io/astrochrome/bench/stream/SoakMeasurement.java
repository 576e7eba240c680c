package io.astrochrome.bench.stream;

import io.astrochrome.bench.report.Figure;
import io.astrochrome.bench.report.Measurement;
import io.astrochrome.standalone.process.Jcmd;
import io.astrochrome.standalone.stack.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A frame a second for many hours: nothing is lost, and what the services hold does not grow. */
public final class SoakMeasurement implements Measurement {
    private static final Duration PACE = Duration.ofSeconds(1);

    /** Frames between two looks. */
    private static final int LOOK_FRAMES = 20;

    /** A collection of the whole heap is asked for every so many looks, and what it leaves is what is held. */
    private static final int LOOKS_PER_COLLECTION = 6;

    private static final Duration COLLECTION_TAKES_AT_MOST = Duration.ofMinutes(1);

    private static final double NANOS = 1e9;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    /** A night of these is a fortieth of a machine with 4 GiB. */
    private static final double MOST_MEBIBYTES_AN_HOUR = 12;

    /** Those of files under way lie there at any moment. */
    private static final double MOST_DISK_MEBIBYTES_AN_HOUR = 1;

    private static final double MOST_THREADS_AN_HOUR = 0.5;
    private static final double MOST_FILES_AN_HOUR = 1;

    private final Workplace workplace;
    private final Duration time;

    /** For so long. */
    public SoakMeasurement(Workplace workplace, Duration time) {
        this.workplace = workplace;
        this.time = time;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String description() {
        return "a frame of 512 px a second for " + time.toMinutes() + " minutes: what the services hold does not grow";
    }

    @Override
    public List<Figure> measure(Progress progress) throws Exception {
        progress.at("starting the stream");
        var disk = workplace.folder().resolve("soak");
        try (var stack = BenchStack.start(workplace, disks(disk));
                var flow = new SteadyFlow(stack, PACE)) {
            var growth = new Growth(stack, disk);
            var begin = System.nanoTime();
            while (System.nanoTime() - begin < time.toNanos()) {
                flow.awaitSent(LOOK_FRAMES, progress);
                growth.look((System.nanoTime() - begin) / NANOS);
            }
            flow.stop(progress);
            var figures = new ArrayList<Figure>();
            figures.add(Figure.told("frames of 512 px, one a second", flow.mark(), ""));
            figures.add(Figure.atMost("frames lost", flow.lost(), "", 0));
            figures.add(Figure.atMost("frames coloured twice", flow.doubled(), "", 0));
            figures.addAll(growth.figures());
            return figures;
        } finally {
            Workplace.delete(disk);
        }
    }

    /** A folder of its own for each service's files under way. */
    private static Map<Service, Map<String, String>> disks(Path disk) throws IOException {
        Workplace.delete(disk);
        var disks = new EnumMap<Service, Map<String, String>>(Service.class);
        for (var service : Service.values()) {
            var folder = Files.createDirectories(disk.resolve(service.id()));
            disks.put(service, Map.of("JAVA_TOOL_OPTIONS", "\"-Djava.io.tmpdir=" + folder + "\""));
        }
        return disks;
    }

    /** What each service holds, over time. */
    private static final class Growth {
        private final BenchStack stack;
        private final Path disk;
        private final Map<Service, Trend> heap = new TreeMap<>();
        private final Map<Service, Trend> beside = new TreeMap<>();
        private final Map<Service, Trend> threads = new TreeMap<>();
        private final Map<Service, Trend> files = new TreeMap<>();
        private final Trend underWay = new Trend();
        private int looks;
        private int failed;

        Growth(BenchStack stack, Path disk) {
            this.stack = stack;
            this.disk = disk;
        }

        /** A service that does not tell just now is looked at the next time. */
        void look(double seconds) throws IOException, InterruptedException {
            looks++;
            for (var service : EnumSet.complementOf(EnumSet.of(Service.TRAINER))) {
                try {
                    look(service, seconds);
                } catch (IOException e) {
                    failed++;
                }
            }
            underWay.at(seconds, bytes(disk) / BYTES_PER_MEBIBYTE);
        }

        private void look(Service service, double seconds) throws IOException, InterruptedException {
            var collected = looks % LOOKS_PER_COLLECTION == 0 && collect(service);
            var now = ServiceMeters.of(stack.running().addresses().of(service));
            if (collected) {
                trend(heap, service).at(seconds, now.heapMebibytes());
            }
            trend(beside, service).at(seconds, now.nativeMebibytes());
            trend(threads, service).at(seconds, now.threads());
            trend(files, service).at(seconds, now.files());
        }

        /** False where this Java has no means to. */
        private boolean collect(Service service) throws IOException, InterruptedException {
            var pid = stack.running().processes().stream()
                    .filter(process -> process.name().equals(service.id()))
                    .flatMap(process -> process.pid().stream().boxed())
                    .findFirst();
            return pid.isPresent() && Jcmd.run(pid.get(), COLLECTION_TAKES_AT_MOST, "GC.run");
        }

        private static Trend trend(Map<Service, Trend> of, Service service) {
            return of.computeIfAbsent(service, any -> new Trend());
        }

        /** Files under way come and go. */
        private static long bytes(Path folder) throws IOException {
            var sum = 0L;
            try (var files = Files.walk(folder)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    sum += Files.isRegularFile(file) ? size(file) : 0;
                }
            } catch (UncheckedIOException e) {
                return sum; // a folder has gone meanwhile
            }
            return sum;
        }

        private static long size(Path file) throws IOException {
            try {
                return Files.size(file);
            } catch (NoSuchFileException e) {
                return 0;
            }
        }

        List<Figure> figures() {
            return List.of(
                    Figure.told("looks at a service that it did not answer", failed, ""),
                    most(
                            "heap after a collection, the service that grows the most, an hour",
                            heap,
                            "MiB",
                            MOST_MEBIBYTES_AN_HOUR),
                    most("memory beside the heap, the same", beside, "MiB", MOST_MEBIBYTES_AN_HOUR),
                    most("threads, the same", threads, "", MOST_THREADS_AN_HOUR),
                    most("open files and connections, the same", files, "", MOST_FILES_AN_HOUR),
                    Figure.atMost(
                            "files under way of all services, growth an hour",
                            underWay.anHour(),
                            "MiB",
                            MOST_DISK_MEBIBYTES_AN_HOUR));
        }

        private static Figure most(String name, Map<Service, Trend> of, String unit, double limit) {
            var most = of.values().stream().mapToDouble(Trend::anHour).max().orElse(Double.NaN);
            return Figure.atMost(name, most, unit, limit);
        }
    }
}
