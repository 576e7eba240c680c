package io.astrochrome.testkit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.astrochrome.events.topic.TopicRights;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * The rules that hold the architecture; each says how to repair what breaks it. A module checks them all with a field of
 * type {@code ArchTests} in a test of its own:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.astrochrome", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {
    private static final String[] CORE = {
        "io.astrochrome.imaging..",
        "io.astrochrome.tensors..",
        "io.astrochrome.model..",
        "io.astrochrome.events..",
        "io.astrochrome.storage..",
        "io.astrochrome.meters..",
        "io.astrochrome.embedded..",
        "io.astrochrome.platform.."
    };

    private static final DescribedPredicate<HasName> A_CLIENT_OF_RECORDS =
            nameMatching("org\\.apache\\.kafka\\..*\\.Kafka(Consumer|Producer|Streams)");

    private static final List<String> SERVICES = List.of("ingest", "preprocess", "trainer", "colorize", "metrics");

    @ArchTest
    public static final ArchRule PURE_CORE = noClasses()
            .that()
            .resideInAnyPackage("io.astrochrome.imaging..", "io.astrochrome.tensors..", "io.astrochrome.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.smallrye..",
                    "io.vertx..",
                    "jakarta..",
                    "org.eclipse.microprofile..",
                    "org.apache.kafka..",
                    "io.minio..",
                    "io.astrochrome.events..",
                    "io.astrochrome.storage..",
                    "io.astrochrome.platform..")
            .because(
                    "colour science, formats and models are used without a stream too: hand values in and out, and let a"
                            + " service do the wiring")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NOTHING_IS_NULL_UNSAID = classes()
            .that()
            .resideInAPackage("io.astrochrome..")
            .and()
            .resideOutsideOfPackage("..jmh_generated..")
            .should(beInAMarkedPackage())
            .because(
                    "NullAway looks only where package-info.java has @NullMarked, and so it must not be forgotten there")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule SERVICES_KNOW_NO_OTHER = servicesKnowNoOther();

    @ArchTest
    public static final ArchRule CORE_KNOWS_NO_SERVICE = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    SERVICES.stream().map(ArchitectureRules::packagesOf).toArray(String[]::new))
            .because("shared code serves every service: move what it needs into the core")
            .allowEmptyShould(true);

    /** Where clients are built for topics that the table was asked for, and the broker's own room. */
    @ArchTest
    public static final ArchRule CLIENTS_BY_THE_TABLE_OF_TOPICS = noClasses()
            .that()
            .resideInAPackage("io.astrochrome..")
            .and()
            .resideOutsideOfPackages(
                    "io.astrochrome.platform.kafka..", "io.astrochrome.embedded..", "io.astrochrome.testkit..")
            .and()
            .doNotHaveFullyQualifiedName("io.astrochrome.metrics.scoring.TopicStreams")
            .and(areNoProgramsThatAskTheTable())
            .should()
            .callConstructorWhere(target(owner(A_CLIENT_OF_RECORDS)))
            .orShould()
            .callMethodWhere(target(owner(nameMatching("org\\.apache\\.kafka\\.clients\\.admin\\.(Admin|AdminClient)")))
                    .and(target(name("create"))))
            .because(
                    "who reads and writes which topic is in one table: build clients by KafkaClients, or ask TopicRights in a"
                            + " program that stands without Quarkus, and give the client a row of TopicTable")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule DJL_BEHIND_ITS_FACADE = noClasses()
            .that()
            .resideInAPackage("io.astrochrome..")
            .and()
            .resideOutsideOfPackage("io.astrochrome.trainer.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("the training engine is to be exchangeable: ask io.astrochrome.trainer.engine for what is missing")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_JAVA_SERIALISATION = noClasses()
            .that()
            .resideInAPackage("io.astrochrome..")
            .and()
            .resideOutsideOfPackage("io.astrochrome.testkit..") // names what it forbids
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class)
            .because("reading Java objects runs whatever the bytes say: write JSON or safetensors")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule ONE_LOGGER = noClasses()
            .that()
            .resideInAPackage("io.astrochrome..")
            .and()
            .resideOutsideOfPackage("io.astrochrome.testkit..")
            .and()
            .resideOutsideOfPackage("..cli..") // a command quietens libraries that log so
            .should(USE_JAVA_UTIL_LOGGING)
            .because("one configuration is to rule all logs: use org.jboss.logging.Logger")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NOTHING_PRINTED_BUT_BY_COMMANDS = noClasses()
            .that()
            .resideInAnyPackage(
                    SERVICES.stream().map(ArchitectureRules::packagesOf).toArray(String[]::new))
            .and()
            .resideOutsideOfPackage("..cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a service's words belong into its log, where they have a time and a level")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule PACKAGES_SAY_WHAT_THEY_ARE_FOR = noClasses()
            .that()
            .resideInAPackage("io.astrochrome..")
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..common..",
                    "..helper..",
                    "..helpers..",
                    "..impl..",
                    "..manager..",
                    "..misc..")
            .because("such a name says nothing: name the package by its role, such as inference or folder")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule PACKAGES_FORM_NO_CYCLES = slices().matching("io.astrochrome.(**)")
            .should()
            .beFreeOfCycles()
            .because(
                    "who wants to understand one of such packages has to read all: let the lower one offer an interface or"
                            + " an event, or move what both need below both")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule INJECTION_BY_CONSTRUCTOR = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    private ArchitectureRules() {}

    private static ArchRule servicesKnowNoOther() {
        List<ArchRule> rules = SERVICES.stream()
                .<ArchRule>map(service -> noClasses()
                        .that()
                        .resideInAPackage(packagesOf(service))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(SERVICES.stream()
                                .filter(other -> !other.equals(service))
                                .map(ArchitectureRules::packagesOf)
                                .toArray(String[]::new))
                        .because("services talk by topics alone: move what both need into the core")
                        .allowEmptyShould(true))
                .toList();
        return CompositeArchRule.of(rules);
    }

    private static String packagesOf(String service) {
        return "io.astrochrome." + service + "..";
    }

    /** Programs beside the services have no KafkaClients; what reads or writes records there asks the table itself. */
    private static DescribedPredicate<JavaClass> areNoProgramsThatAskTheTable() {
        var program = resideInAnyPackage("io.astrochrome.standalone..", "io.astrochrome.bench..");
        return DescribedPredicate.describe(
                "are no programs that ask TopicRights",
                type -> !program.test(type) || (buildsClientOfRecords(type) && !asksTheTable(type)));
    }

    private static boolean buildsClientOfRecords(JavaClass type) {
        return type.getConstructorCallsFromSelf().stream().anyMatch(target(owner(A_CLIENT_OF_RECORDS)));
    }

    private static boolean asksTheTable(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(TopicRights.class));
    }

    private static ArchCondition<JavaClass> beInAMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
