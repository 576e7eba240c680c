package io.astrochrome.events.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.events.model.DecisionKind;
import io.astrochrome.events.model.ModelDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ModelHistoryTest {
    /** More than are tried, so that the bound is met. */
    private static final String[] MODELS = "0123456789ab".split("");

    /** What a decision says, before it has its place in a sequence. */
    record Said(DecisionKind kind, String holder, String subject) {
        private String alias() {
            return kind == DecisionKind.ON_TRIAL || kind == DecisionKind.WITHDRAWN
                    ? ModelDecision.CHALLENGER
                    : ModelDecision.CHAMPION;
        }

        ModelDecision at(int place) {
            boolean challenger = alias().equals(ModelDecision.CHALLENGER) && holder != null;
            return new ModelDecision(
                    "decision " + place,
                    alias(),
                    kind,
                    holder == null ? null : id(holder),
                    holder == null ? null : new ObjectReference("astrochrome", "models/" + holder, 1, id(holder)),
                    null,
                    subject == null ? null : id(subject),
                    challenger ? ChallengerMode.SHADOW : null,
                    null,
                    false,
                    "a test",
                    "a test",
                    Map.of(),
                    Instant.ofEpochSecond(place));
        }
    }

    private static String id(String model) {
        return model.repeat(64);
    }

    /** Any decisions in any order, also such as nobody in their right mind would make, as two who decide at a time may. */
    @Provide
    Arbitrary<List<Said>> decisions() {
        return said(Arbitraries.of(DecisionKind.class));
    }

    @Provide
    Arbitrary<List<Said>> withoutRollBacks() {
        return said(Arbitraries.of(DecisionKind.class).filter(kind -> kind != DecisionKind.ROLLED_BACK));
    }

    private static Arbitrary<List<Said>> said(Arbitrary<DecisionKind> kinds) {
        Arbitrary<String> model = Arbitraries.of(MODELS);
        return Combinators.combine(kinds, model.injectNull(0.05), model.injectNull(0.1))
                .as((kind, holder, subject) -> new Said(kind, kind == DecisionKind.WITHDRAWN ? null : holder, subject))
                .list()
                .ofMaxSize(60);
    }

    private static List<ModelDecision> inOrder(List<Said> said) {
        List<ModelDecision> decisions = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            decisions.add(said.get(i).at(i));
        }
        return decisions;
    }

    private static ModelHistory history(List<ModelDecision> decisions) {
        ModelHistory history = new ModelHistory();
        decisions.forEach(history::add);
        return history;
    }

    private static List<String> toTry(ModelHistory history) {
        return history.toTry().stream().map(ChampionModel::modelId).toList();
    }

    private static String champion(ModelHistory history) {
        return history.champion().map(ChampionModel::modelId).orElse(null);
    }

    @Property
    void theChampionIsWhomTheNewestDecisionAboutItNames(@ForAll("decisions") List<Said> said) {
        ModelHistory history = new ModelHistory();
        String named = null;
        for (ModelDecision decision : inOrder(said)) {
            history.add(decision);
            named = decision.alias().equals(ModelDecision.CHAMPION) ? decision.modelId() : named;

            assertThat(champion(history)).isEqualTo(named);
            assertThat(history.inForce(decision.alias())).contains(decision);
            assertThat(toTry(history).stream().findFirst().orElse(null)).isEqualTo(named);
        }
    }

    @Property
    void whoWasRolledBackRefusedOrWithdrawnIsNotFallenBackToUntilItIsChampionAgain(
            @ForAll("decisions") List<Said> said) {
        ModelHistory history = new ModelHistory();
        List<String> spokenAgainst = new ArrayList<>();
        for (ModelDecision decision : inOrder(said)) {
            String heldBefore = champion(history);
            history.add(decision);
            switch (decision.kind()) {
                case ROLLED_BACK -> Collections.addAll(spokenAgainst, heldBefore, decision.subjectModelId());
                case REFUSED, WITHDRAWN -> spokenAgainst.add(decision.subjectModelId());
                case REGISTERED, PROMOTED, ON_TRIAL, PINNED, UNPINNED -> {}
            }
            spokenAgainst.removeIf(model -> Objects.equals(model, champion(history)));

            assertThat(toTry(history)).noneMatch(spokenAgainst::contains);
            assertThat(history.before().map(ChampionModel::modelId).filter(spokenAgainst::contains))
                    .isEmpty();
        }
    }

    @Property
    void whoComesNextIsTheNewestOfThoseThatWereChampionAndNotSpokenAgainst(
            @ForAll("withoutRollBacks") List<Said> said) {
        List<ModelDecision> decisions = inOrder(said);
        LinkedHashMap<String, ModelDecision> champions = new LinkedHashMap<>();
        String holder = null;
        for (ModelDecision decision : decisions) {
            holder = decision.alias().equals(ModelDecision.CHAMPION) ? decision.modelId() : holder;
            boolean against = decision.kind() == DecisionKind.REFUSED || decision.kind() == DecisionKind.WITHDRAWN;
            if (against && !Objects.equals(decision.subjectModelId(), holder)) {
                champions.remove(decision.subjectModelId());
            }
            if (decision.alias().equals(ModelDecision.CHAMPION) && holder != null) {
                champions.remove(holder);
                champions.put(holder, decision);
            }
        }
        List<ModelDecision> expected = new ArrayList<>(champions.values());
        Collections.reverse(expected);

        assertThat(history(decisions).toTry())
                .extracting(ChampionModel::newest)
                .isEqualTo(
                        holder == null
                                ? List.of()
                                : expected.stream()
                                        .limit(ModelHistory.MOST_TRIED)
                                        .toList());
    }

    @Property
    void aRollBackGivesThePlaceToTheOneBeforeAndLeavesTheOthersInLine(@ForAll("decisions") List<Said> said) {
        ModelHistory history = history(inOrder(said));
        List<String> line = toTry(history);
        history.before().ifPresent(before -> {
            history.add(new Said(DecisionKind.ROLLED_BACK, before.modelId().substring(0, 1), null).at(said.size()));

            assertThat(champion(history)).isEqualTo(before.modelId());
            assertThat(history.champion().orElseThrow().since()).isEqualTo(before.since());
            if (!line.isEmpty()) {
                assertThat(toTry(history))
                        .startsWith(line.subList(1, line.size()).toArray(String[]::new));
            }
        });
    }

    @Property
    void whatIsDeliveredAgainChangesNothing(@ForAll("decisions") List<Said> said, @ForAll List<Integer> again) {
        List<ModelDecision> once = inOrder(said);
        List<ModelDecision> repeated = new ArrayList<>();
        for (int i = 0; i < once.size(); i++) {
            repeated.add(once.get(i));
            if (i < again.size()) {
                repeated.add(once.get(Math.floorMod(again.get(i), i + 1)));
            }
        }
        ModelHistory history = history(once);
        ModelHistory same = history(repeated);

        assertThat(same.toTry()).isEqualTo(history.toTry());
        assertThat(same.before()).isEqualTo(history.before());
        assertThat(same.inForce(ModelDecision.CHALLENGER)).isEqualTo(history.inForce(ModelDecision.CHALLENGER));
        once.forEach(decision -> assertThat(same.add(decision)).isFalse());
    }

    @Example
    void aDecisionIsNewOnceAndKnownEverAfter() {
        ModelHistory history = new ModelHistory();
        ModelDecision decision = new Said(DecisionKind.PROMOTED, "1", "1").at(0);

        assertThat(history.knows(decision.decisionId())).isFalse();
        assertThat(history.add(decision)).isTrue();
        assertThat(history.add(decision)).isFalse();
        assertThat(history.knows(decision.decisionId())).isTrue();
    }

    @Example
    void rollingBackTwiceGoesTwoChampionsBack() {
        ModelHistory history = history(inOrder(List.of(
                new Said(DecisionKind.REGISTERED, "1", "1"),
                new Said(DecisionKind.PROMOTED, "2", "2"),
                new Said(DecisionKind.PROMOTED, "3", "3"),
                new Said(DecisionKind.ROLLED_BACK, "2", "3"))));
        assertThat(toTry(history)).as("not the one that was left").containsExactly(id("2"), id("1"));

        history.add(new Said(DecisionKind.ROLLED_BACK, "1", "2").at(4));
        assertThat(toTry(history)).containsExactly(id("1"));
        assertThat(history.before()).isEmpty();
    }

    @Example
    void whoBecameChampionAfterTheOneThatThePlaceGoesBackToIsNotFallenBackTo() {
        ModelHistory history = history(inOrder(List.of(
                new Said(DecisionKind.REGISTERED, "1", "1"),
                new Said(DecisionKind.PROMOTED, "2", "2"),
                new Said(DecisionKind.PROMOTED, "3", "3"),
                new Said(DecisionKind.ROLLED_BACK, "1", "3"))));

        assertThat(toTry(history)).containsExactly(id("1"));
    }

    @Example
    void aRollBackToAModelThatWasNeverChampionLeavesNobodyBehindItWhoWasRolledBack() {
        ModelHistory history = history(inOrder(List.of(
                new Said(DecisionKind.REGISTERED, "1", "1"),
                new Said(DecisionKind.PROMOTED, "2", "2"),
                new Said(DecisionKind.ROLLED_BACK, "9", "2"))));

        assertThat(toTry(history)).containsExactly(id("9"), id("1"));
    }

    @Example
    void refusalsAndPinsDoNotMoveTheChampionsPlaceInHistory() {
        ModelHistory history = history(inOrder(List.of(
                new Said(DecisionKind.REGISTERED, "1", "1"),
                new Said(DecisionKind.PROMOTED, "2", "2"),
                new Said(DecisionKind.REFUSED, "2", "3"),
                new Said(DecisionKind.PINNED, "2", "2"))));

        ChampionModel champion = history.champion().orElseThrow();
        assertThat(champion.since().kind()).isEqualTo(DecisionKind.PROMOTED);
        assertThat(champion.newest().kind()).isEqualTo(DecisionKind.PINNED);
        assertThat(history.before().orElseThrow().modelId()).isEqualTo(id("1"));
    }

    @Example
    void whoIsPromotedFromItsTrialIsWithdrawnFromTheTrialAndStaysInLine() {
        ModelHistory history = history(inOrder(List.of(
                new Said(DecisionKind.REGISTERED, "1", "1"),
                new Said(DecisionKind.ON_TRIAL, "2", "2"),
                new Said(DecisionKind.PROMOTED, "2", "2"),
                new Said(DecisionKind.WITHDRAWN, null, "2"),
                new Said(DecisionKind.PROMOTED, "3", "3"))));

        assertThat(toTry(history)).containsExactly(id("3"), id("2"), id("1"));
    }
}
