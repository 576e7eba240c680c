package io.astrochrome.trainer.engine;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one place where convolutions are computed. No convolution in single precision is, before it was checked against plain
 * loops on this machine; one that the library computes wrongly goes the cheapest way that is right. What was checked once is
 * kept in a file. Thread-safe.
 */
final class Convolutions {
    private static final Logger LOG = Logger.getLogger(Convolutions.class);

    /**
     * oneDNN cuts its work by the sizes of caches. Where it finds none it divides by 0: some gradients are not finite in one step
     * of ten, which no check sees for certain, and some end the process. So none of it is run there.
     */
    private static final String UNTOLD_CACHES = "oneDNN reckons with the sizes of caches, and this machine tells none";

    /** Ways round what the library computes wrongly, the cheaper first. */
    private static final List<ConvolutionWay> DETOURS = List.of(ConvolutionWay.PADDED, ConvolutionWay.UNFOLDED);

    private static volatile Convolutions current = new Convolutions(RawConvolution.OF_THE_LIBRARY, DETOURS, null);

    private final RawConvolution raw;
    private final List<ConvolutionWay> detours;
    private final @Nullable Path folder;
    private final Map<ConvolutionCase, CheckedConvolution> checked = new ConcurrentHashMap<>();
    private @Nullable CheckFile file;
    private volatile @Nullable EngineIdentity identity;
    private volatile double millis;

    /** With all the ways round that there are, and a file in that folder; nothing is checked yet. */
    Convolutions(RawConvolution raw, Path folder) {
        this(raw, DETOURS, folder);
    }

    /**
     * Nothing is checked yet.
     *
     * @param detours that may be taken, the cheaper first
     * @param folder of the file; null for that of the engine
     */
    Convolutions(RawConvolution raw, List<ConvolutionWay> detours, @Nullable Path folder) {
        this.raw = raw;
        this.detours = detours;
        this.folder = folder;
    }

    /** Those of this process. */
    static Convolutions current() {
        return current;
    }

    /** Puts others in their place, for a test; gives those before, to be put back. */
    static Convolutions replace(Convolutions others) {
        Convolutions before = current;
        current = others;
        return before;
    }

    /**
     * The convolution of {@code x} by {@code weight}, plus {@code bias} where it is not null.
     *
     * @param twice whether gradients of gradients are taken
     * @throws WrongEngineException where the engine has no right way for it
     */
    PtNDArray of(PtNDArray x, PtNDArray weight, @Nullable PtNDArray bias, ConvShape shape, boolean twice) {
        // oneDNN knows no double precision: that is libtorch's own code.
        ConvolutionWay way = x.getDataType() == DataType.FLOAT32 ? way(x, shape, twice) : ConvolutionWay.PLAIN;
        return way.convolve(raw, x, weight, bias, shape);
    }

    private ConvolutionWay way(PtNDArray x, ConvShape shape, boolean twice) {
        long[] sides = x.getShape().getShape();
        ConvolutionCase one = ConvolutionCase.of(shape, twice, sides[0]);
        CheckedConvolution known = checked.get(one);
        if (known == null) {
            known = check(Map.of(one, new Feature(shape.in(), (int) sides[2], (int) sides[3])))
                    .get(0);
        }
        return known.way();
    }

    /**
     * The way of a convolution that is differentiated once, for who writes it down instead of running it.
     *
     * @throws IllegalStateException where it was not checked
     */
    ConvolutionWay way(ConvShape shape) {
        CheckedConvolution known = checked.get(ConvolutionCase.of(shape, false, 1));
        if (known == null) {
            throw new IllegalStateException("nothing is known of a " + shape + " yet: ask EngineCheck for it first");
        }
        return known.way();
    }

    /**
     * Checks those that were not yet, and keeps what is found.
     *
     * @throws WrongEngineException where one has no right way
     */
    synchronized List<CheckedConvolution> check(Map<ConvolutionCase, Feature> cases) {
        if (file == null) {
            open();
        }
        List<CheckedConvolution> found = new ArrayList<>();
        long start = System.nanoTime();
        cases.forEach((one, map) -> {
            if (!checked.containsKey(one)) {
                CheckedConvolution result = found(one, map);
                checked.put(one, result);
                found.add(result);
            }
        });
        if (!found.isEmpty()) {
            double cost = (System.nanoTime() - start) / 1e6;
            millis += cost;
            tell(found, String.format(Locale.ROOT, "checked in %.0f ms", cost));
            keep(found);
        }
        return cases.keySet().stream().map(checked::get).toList();
    }

    private void open() {
        identity = EngineIdentity.ofThisProcess();
        file = new CheckFile(folder == null ? CheckFile.folderOfTheEngine() : folder, identity);
        List<CheckedConvolution> before = file.load();
        before.forEach(convolution -> checked.putIfAbsent(convolution.asCase(), convolution));
        if (!before.isEmpty()) {
            tell(before, "checked before (" + file.path() + ")");
        }
    }

    /**
     * The first way that is right. Their order was measured once and for all, instead of here by the clock, so that the same
     * seed gives the same values whatever else the machine had to do.
     */
    private CheckedConvolution found(ConvolutionCase one, Feature map) {
        ConvolutionTrial trial = new ConvolutionTrial(one, map);
        if (raw == RawConvolution.OF_THE_LIBRARY && !identity().tellsCaches()) {
            Optional<String> fault = trial.fault(ConvolutionWay.UNFOLDED, raw);
            if (fault.isPresent()) {
                throw refusal(one, fault.get());
            }
            return checked(one, ConvolutionWay.UNFOLDED, UNTOLD_CACHES);
        }
        Optional<String> fault = trial.fault(ConvolutionWay.PLAIN, raw);
        if (fault.isEmpty()) {
            return checked(one, ConvolutionWay.PLAIN, null);
        }
        ConvolutionWay round = detours.stream()
                .filter(way -> trial.fault(way, raw).isEmpty())
                .findFirst()
                .orElseThrow(() -> refusal(one, fault.get()));
        return checked(one, round, fault.get());
    }

    private WrongEngineException refusal(ConvolutionCase one, String fault) {
        return new WrongEngineException(
                "the engine (" + identity().engine() + " on " + identity().processor()
                        + ") computes a " + one.shape() + " wrongly in every way there is: " + fault
                        + ". Nothing is trained or measured with wrong numbers; the processor or the engine's library may be the"
                        + " cause: try ONEDNN_MAX_CPU_ISA=SSE41 in the environment, or another machine");
    }

    /** Known as soon as anything is checked. */
    private EngineIdentity identity() {
        return Objects.requireNonNull(identity);
    }

    private static CheckedConvolution checked(ConvolutionCase one, ConvolutionWay way, @Nullable String fault) {
        return new CheckedConvolution(one.shape(), one.twice(), one.pictures(), way, fault);
    }

    private void tell(List<CheckedConvolution> convolutions, String how) {
        List<CheckedConvolution> wrong = goingRound(convolutions);
        if (wrong.isEmpty()) {
            LOG.infof(
                    "%s on %s: %d kinds of convolution are right, %s",
                    identity().engine(), identity().processor(), convolutions.size(), how);
        } else {
            LOG.warnf(
                    "%s on %s computes %d of %d kinds of convolution wrongly, and they go round, %s: %s",
                    identity().engine(), identity().processor(), wrong.size(), convolutions.size(), how, words(wrong));
        }
    }

    /** One of each way and fault, and how many others there are. */
    private static String words(List<CheckedConvolution> detours) {
        Map<String, List<CheckedConvolution>> alike = new LinkedHashMap<>();
        for (CheckedConvolution detour : detours) {
            String why = detour.way().name().toLowerCase(Locale.ROOT) + " (" + detour.fault() + ")";
            alike.computeIfAbsent(why, key -> new ArrayList<>()).add(detour);
        }
        List<String> words = new ArrayList<>();
        alike.forEach((why, some) -> words.add(some.get(0).shape()
                + (some.size() == 1 ? " goes " : " and " + (some.size() - 1) + " others go ")
                + why));
        return String.join("; ", words);
    }

    private void keep(List<CheckedConvolution> found) {
        try {
            Objects.requireNonNull(file).add(found);
        } catch (IOException e) {
            LOG.warnf("what the check found is not kept, and will be checked at the next start: %s", e.toString());
        }
    }

    private static List<CheckedConvolution> goingRound(List<CheckedConvolution> convolutions) {
        return convolutions.stream()
                .filter(convolution -> convolution.way() != ConvolutionWay.PLAIN)
                .sorted(Comparator.comparing(convolution -> convolution.shape().toString()))
                .toList();
    }

    /** What was found so far. */
    Map<ConvolutionCase, CheckedConvolution> known() {
        return Map.copyOf(checked);
    }

    /** The same, where that was found instead. */
    Convolutions with(Map<ConvolutionCase, CheckedConvolution> found) {
        Convolutions others = new Convolutions(raw, detours, folder);
        others.checked.putAll(found);
        return others;
    }

    /** What is known so far; waits for no check. */
    EngineReport report() {
        EngineIdentity known = identity;
        List<CheckedConvolution> all = List.copyOf(checked.values());
        return new EngineReport(
                known == null ? null : known.engine(),
                known == null ? null : known.device(),
                known == null ? EngineIdentity.processorName() : known.processor(),
                all.size(),
                goingRound(all),
                millis);
    }
}
