package io.astrochrome.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.trainer.card.CurvePoint;
import io.astrochrome.trainer.run.RunEvent;
import io.astrochrome.trainer.run.ValidationFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveFileTest {
    private static final ValidationFigures FIGURES = new ValidationFigures(0.5, 0.25, 30, 28, 0.75, Optional.empty());

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    private CurveFile curve() {
        return new CurveFile(folder, new PrintWriter(said, true));
    }

    private Path file() {
        return folder.resolve("curve.jsonl");
    }

    @Test
    void eachMeasurementIsALineThatCardsRead() throws IOException {
        CurveFile curve = curve();
        curve.heard(new RunEvent.Validated(500, FIGURES, true));
        curve.heard(new RunEvent.Validated(1000, FIGURES, false));

        assertThat(CurvePoint.read(file()))
                .containsExactly(
                        new CurvePoint(500, true, FIGURES.named()), new CurvePoint(1000, false, FIGURES.named()));
        JsonNode first = new ObjectMapper().readTree(Files.readAllLines(file()).get(0));
        assertThat(Instant.parse(first.path("at").asText())).isNotNull();
    }

    @Test
    void aRunThatGoesOnAddsToWhatItHas() throws IOException {
        curve().heard(new RunEvent.Validated(500, FIGURES, true));
        curve().heard(new RunEvent.Validated(1000, FIGURES, true));

        assertThat(CurvePoint.read(file())).extracting(CurvePoint::step).containsExactly(500L, 1000L);
    }

    @Test
    void nothingElseIsWrittenDown() {
        curve().heard(new RunEvent.Started(0, 10, false));
        curve().heard(new RunEvent.Warned(3, "something"));

        assertThat(file()).doesNotExist();
    }

    @Test
    void aLineThatCannotBeWrittenIsSaidAndTheRunGoesOn() throws IOException {
        Files.createDirectories(file());

        curve().heard(new RunEvent.Validated(500, FIGURES, true));

        assertThat(said.toString()).startsWith("a line of " + file() + " could not be written: ");
    }
}
