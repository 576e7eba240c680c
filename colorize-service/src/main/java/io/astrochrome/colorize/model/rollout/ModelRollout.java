package io.astrochrome.colorize.model.rollout;

import io.astrochrome.colorize.model.Challenger;
import io.astrochrome.colorize.model.ModelLease;
import io.astrochrome.colorize.model.ServedModels;
import io.astrochrome.colorize.model.rollout.ModelDescription.Refusal;
import io.astrochrome.events.history.ChampionModel;
import io.astrochrome.events.history.ModelHistory;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.platform.cache.BoundedMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts into force what is decided. A model is loaded and checked beside the one that works; one that is refused is said so
 * once, and the next in line of the {@link ModelHistory} that can be used colours, the shipped one at last: a model that
 * was rolled back does not go on because its successor cannot be loaded. Obeying the same decisions again changes nothing.
 * For one thread; {@link #refusals()} for any.
 */
public final class ModelRollout {
    private static final Logger LOG = Logger.getLogger(ModelRollout.class);
    private static final int REMEMBERED_REFUSALS = 64;

    private final ModelLoader loader;
    private final ServedModels models;
    private final ChallengerWatch watch;
    private final ModelMeters meters;
    private final SessionSettings session;
    private final Map<ModelDecision, Refusal> refusals = BoundedMap.ofNewest(REMEMBERED_REFUSALS);
    private @Nullable ModelDecision obeyedChallenger;

    ModelRollout(
            ModelLoader loader,
            ServedModels models,
            ChallengerWatch watch,
            ModelMeters meters,
            SessionSettings session) {
        this.loader = loader;
        this.models = models;
        this.watch = watch;
        this.meters = meters;
        this.session = session;
    }

    /**
     * Obeys the decisions in force.
     *
     * @throws io.astrochrome.storage.StoreUnavailableException where a model cannot be had for now: call again
     */
    void obey(ModelHistory history) {
        history.inForce(ModelDecision.CHAMPION).ifPresent(decision -> obeyChampion(decision, history.toTry()));
        history.inForce(ModelDecision.CHALLENGER).ifPresent(this::obeyChallenger);
        try (ModelLease champion = models.champion();
                Challenger challenger = models.challenger().orElse(null)) {
            meters.loaded(champion.model(), challenger == null ? null : challenger.model());
        }
    }

    /** Decided models that are not used, the newest last. */
    public List<Refusal> refusals() {
        synchronized (refusals) {
            return List.copyOf(refusals.values());
        }
    }

    private void obeyChampion(ModelDecision inForce, List<ChampionModel> line) {
        for (ChampionModel next : line) {
            ModelDecision decision = next.newest();
            if (coloursWith(
                    next.modelId(), decision, () -> isRefused(decision) ? Optional.empty() : load(decision, session))) {
                return;
            }
        }
        coloursWith(loader.shippedId(), inForce, this::shipped);
    }

    /** Whether that model colours from now on; it is loaded where it is not there already. */
    private boolean coloursWith(String wanted, ModelDecision decision, Supplier<Optional<ModelLease>> load) {
        if (wanted.equals(championId())) {
            return true;
        }
        Optional<ModelLease> next = models.ready(wanted).or(load);
        if (next.isEmpty()) {
            return false;
        }
        String name = next.get().model().metadata().name();
        models.swap(next.get());
        meters.swapped(decision.alias(), decision.at());
        LOG.infof(
                "colours with model %s (%s) from now on: %s, decided by %s",
                name, wanted, decision.reason(), decision.decidedBy());
        return true;
    }

    private Optional<ModelLease> shipped() {
        ModelLoader.Outcome outcome = loader.load(null, session);
        if (outcome instanceof ModelLoader.Refused refused) {
            LOG.errorf("the shipped model is refused, what coloured before goes on: %s", refused.reason());
            return Optional.empty();
        }
        return Optional.of(ModelLease.of(((ModelLoader.Loaded) outcome).model()));
    }

    private void obeyChallenger(ModelDecision decision) {
        if (decision.equals(obeyedChallenger)) {
            return;
        }
        if (decision.modelId() == null || decision.modelId().equals(championId())) {
            models.setAside();
        } else {
            Optional<ModelLease> next = load(decision, settings(decision.mode()));
            watch.begin();
            next.ifPresentOrElse(lease -> models.challenge(challenger(decision, lease)), models::setAside);
            if (next.isPresent()) {
                meters.swapped(decision.alias(), decision.at());
                LOG.infof("tries model %s as %s: %s", decision.modelId(), decision.mode(), decision.reason());
            }
        }
        obeyedChallenger = decision;
    }

    private static Challenger challenger(ModelDecision decision, ModelLease lease) {
        double share = decision.canaryShare() == null ? 0 : decision.canaryShare();
        return new Challenger(lease, Objects.requireNonNull(decision.mode()), share, decision.decisionId());
    }

    /** What colours unseen leaves the other processors to the champion; a canary may be the champion next. */
    private SessionSettings settings(@Nullable ChallengerMode mode) {
        return mode == ChallengerMode.SHADOW
                ? new SessionSettings(1, 1, session.preferCuda(), session.spin())
                : session;
    }

    private Optional<ModelLease> load(ModelDecision decision, SessionSettings settings) {
        ModelLoader.Outcome outcome = loader.load(decision.requireObject(), settings);
        if (outcome instanceof ModelLoader.Loaded loaded) {
            return Optional.of(ModelLease.of(loaded.model()));
        }
        ModelLoader.Refused refused = (ModelLoader.Refused) outcome;
        LOG.errorf("the decided %s %s is refused: %s", decision.alias(), decision.modelId(), refused.reason());
        meters.refused(decision.alias(), refused.rule());
        synchronized (refusals) {
            refusals.put(
                    decision,
                    new Refusal(
                            decision.alias(),
                            decision.requireModelId(),
                            refused.rule(),
                            refused.reason(),
                            decision.at()));
        }
        return Optional.empty();
    }

    private boolean isRefused(ModelDecision decision) {
        synchronized (refusals) {
            return refusals.containsKey(decision);
        }
    }

    private String championId() {
        try (ModelLease lease = models.champion()) {
            return lease.model().modelId();
        }
    }
}
