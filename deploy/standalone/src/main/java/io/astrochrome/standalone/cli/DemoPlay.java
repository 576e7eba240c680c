package io.astrochrome.standalone.cli;

import io.astrochrome.events.FrameStack;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import io.astrochrome.standalone.demo.DemoFrame;
import io.astrochrome.standalone.demo.FrameOutcome;
import io.astrochrome.standalone.demo.FrameSender;
import io.astrochrome.standalone.demo.FrameSender.Answer;
import io.astrochrome.standalone.demo.OutcomeReader;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Sends the demo's frames and says what becomes of each. Not thread-safe. */
final class DemoPlay {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Terminal terminal;
    private final FrameSender sender;
    private final OutcomeReader outcomes;
    private final Map<String, DemoFrame> waiting = new HashMap<>();
    private final Map<String, DemoFrame> known = new HashMap<>();
    private boolean refused;
    private final Set<String> stacked = new HashSet<>();
    private int shownDepth;

    DemoPlay(Terminal terminal, FrameSender sender, OutcomeReader outcomes) {
        this.terminal = terminal;
        this.sender = sender;
        this.outcomes = outcomes;
    }

    /** Hands the frames in; what happens to earlier ones meanwhile is said. */
    void send(List<DemoFrame> frames) throws IOException, InterruptedException {
        for (var frame : frames) {
            var id = FrameSender.frameId(frame.file());
            known.put(id, frame);
            var answer = sender.send(frame);
            if (answer instanceof Answer.Accepted) {
                waiting.put(id, frame);
            } else if (answer instanceof Answer.Duplicate) {
                terminal.say("%-20s is known from an earlier demo", name(frame));
            } else if (answer instanceof Answer.Refused refusal) {
                refused = true;
                terminal.say("%-20s was refused with status %d: %s", name(frame), refusal.status(), refusal.reason());
            }
            watch(Duration.ZERO);
        }
    }

    /** Whether a picture is still to come that shows all exposures. */
    private boolean isGrowing() {
        return shownDepth > 0 && shownDepth < stacked.size();
    }

    /** Waits until every frame has its outcome, and a picture shows all exposures; false if that took longer than {@code patience}. */
    boolean awaitOutcomes(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (!waiting.isEmpty() || isGrowing()) {
            if (System.nanoTime() > end) {
                waiting.values().forEach(frame -> terminal.say("%-20s has no outcome yet", name(frame)));
                return false;
            }
            watch(LOOK);
        }
        return !refused;
    }

    /** Says what happened since the last look. */
    void watch(Duration patience) {
        outcomes.read(patience).forEach(this::say);
    }

    private void say(FrameOutcome outcome) {
        var frame = known.get(outcome.frameId());
        var name = frame != null ? name(frame) : shortened(outcome.frameId());
        if (outcome instanceof FrameOutcome.Coloured coloured) {
            var event = coloured.event();
            if (event.stack() == null) {
                terminal.say(
                        "%-20s coloured    %s, %s on %s",
                        name, event.frame().target(), event.modelName(), event.executionProvider());
            } else {
                terminal.say("%-20s coloured    %s, %s", name, event.frame().target(), said(event.stack()));
                shownDepth = Math.max(shownDepth, event.stack().depth());
            }
            waiting.remove(outcome.frameId());
        } else if (outcome instanceof FrameOutcome.Judged judged) {
            say(name, judged.event());
        } else if (outcome instanceof FrameOutcome.Quarantined quarantined) {
            terminal.say("%-20s quarantined by %s: %s", name, quarantined.stage(), quarantined.reason());
            waiting.remove(outcome.frameId());
        } else if (outcome instanceof FrameOutcome.Scored scored) {
            var event = scored.event();
            terminal.say(
                    "%-20s scored      PSNR %.2f dB, %+.2f dB against grey",
                    name, event.psnrDecibels(), event.gainDecibels());
        }
    }

    private void say(String name, SubJudged sub) {
        if (sub.place() == SubPlace.STACKED) {
            stacked.add(sub.frame().frameId());
            terminal.say("%-20s stacked     exposure %d through %s", name, sub.depth(), sub.role());
        } else {
            terminal.say("%-20s left out    %s", name, sub.reason());
        }
        if (sub.shown() == SubShown.NOT_ITSELF) {
            waiting.remove(sub.frame().frameId());
        }
    }

    private static String said(FrameStack stack) {
        return String.format(
                Locale.ROOT,
                "%d exposures, colours measured %.0f %%%s%s",
                stack.depth(),
                100 * stack.measured(),
                stack.physics() > 0 ? String.format(Locale.ROOT, ", of a line %.0f %%", 100 * stack.physics()) : "",
                stack.hasGuess() ? String.format(Locale.ROOT, ", guessed %.0f %%", 100 * stack.guessed()) : "");
    }

    private static String shortened(String frameId) {
        return frameId.isEmpty() ? "a record" : frameId.substring(0, 12).toLowerCase(Locale.ROOT);
    }

    private static String name(DemoFrame frame) {
        return frame.file().getFileName().toString();
    }
}
