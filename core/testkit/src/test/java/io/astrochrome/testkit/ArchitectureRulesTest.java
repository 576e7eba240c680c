package io.astrochrome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.astrochrome.colorize.common.BadExample;
import io.astrochrome.colorize.common.part.BadPart;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.imaging.unmarked.UnmarkedExample;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {
    private static final JavaClasses BAD = new ClassFileImporter().importClasses(BadExample.class);

    @Test
    void findWhatTheyForbid() {
        assertThat(isBroken(ArchitectureRules.NO_JAVA_SERIALISATION)).isTrue();
        assertThat(isBroken(ArchitectureRules.ONE_LOGGER)).isTrue();
        assertThat(isBroken(ArchitectureRules.NOTHING_PRINTED_BUT_BY_COMMANDS)).isTrue();
        assertThat(isBroken(ArchitectureRules.PACKAGES_SAY_WHAT_THEY_ARE_FOR)).isTrue();
        assertThat(isBroken(ArchitectureRules.INJECTION_BY_CONSTRUCTOR)).isTrue();
        assertThat(isBroken(ArchitectureRules.CLIENTS_BY_THE_TABLE_OF_TOPICS)).isTrue();
    }

    @Test
    void leaveAloneWhatTheyAllow() {
        assertThat(isBroken(ArchitectureRules.PURE_CORE)).isFalse();
        assertThat(isBroken(ArchitectureRules.SERVICES_KNOW_NO_OTHER)).isFalse();
        assertThat(isBroken(ArchitectureRules.DJL_BEHIND_ITS_FACADE)).isFalse();
    }

    @Test
    void findEachKindOfClientThatIsBuiltPastTheTableOfTopics() {
        EvaluationResult found = ArchitectureRules.CLIENTS_BY_THE_TABLE_OF_TOPICS.evaluate(BAD);

        assertThat(found.getFailureReport().getDetails())
                .anyMatch(line -> line.contains("KafkaConsumer"))
                .anyMatch(line -> line.contains("KafkaProducer"))
                .anyMatch(line -> line.contains("Admin.create"));
    }

    @Test
    void findPackagesThatNeedEachOther() {
        JavaClasses classes = new ClassFileImporter().importClasses(BadExample.class, BadPart.class);

        assertThat(ArchitectureRules.PACKAGES_FORM_NO_CYCLES.evaluate(classes).hasViolation())
                .isTrue();
        assertThat(isBroken(ArchitectureRules.PACKAGES_FORM_NO_CYCLES)).isFalse();
    }

    @Test
    void findPackagesThatDoNotSayWhatIsNull() {
        JavaClasses unmarked = new ClassFileImporter().importClasses(UnmarkedExample.class);
        JavaClasses marked = new ClassFileImporter().importPackagesOf(FrameIngested.class);

        assertThat(ArchitectureRules.NOTHING_IS_NULL_UNSAID.evaluate(unmarked).hasViolation())
                .isTrue();
        assertThat(ArchitectureRules.NOTHING_IS_NULL_UNSAID.evaluate(marked).hasViolation())
                .isFalse();
    }

    private static boolean isBroken(ArchRule rule) {
        return rule.evaluate(BAD).hasViolation();
    }
}
