package io.astrochrome.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "io.astrochrome.trainer", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineRulesTest {
    private static final Set<String> FREED_TOO_EARLY = Set.of("mul", "muli", "div", "divi", "pow", "powi");

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_TOUCHES_DJL = noClasses()
            .that()
            .resideOutsideOfPackage("..trainer.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("the engine frees plain numbers that autograd still needs; go through Tape and TorchOps");

    @ArchTest
    static final ArchRule NO_PLAIN_NUMBER_ENTERS_THE_GRAPH = noClasses()
            .should()
            .callMethodWhere(
                    new DescribedPredicate<JavaMethodCall>("a product, quotient or power with a plain number") {
                        @Override
                        public boolean test(JavaMethodCall call) {
                            MethodCallTarget target = call.getTarget();
                            return (target.getOwner().isEquivalentTo(NDArray.class)
                                            || target.getOwner().isEquivalentTo(PtNDArray.class))
                                    && FREED_TOO_EARLY.contains(target.getName())
                                    && target.getRawParameterTypes().get(0).isEquivalentTo(Number.class);
                        }
                    })
            .because("its buffer may be collected before backward; use Tape.scale, which owns a tensor");

    @ArchTest
    static final ArchRule NETWORKS_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("..trainer.network..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..trainer.engine..",
                    "..trainer.objective..",
                    "..trainer.export..",
                    "..trainer.weights..",
                    "io.quarkus..",
                    "jakarta..")
            .because("a network is described once and interpreted elsewhere");

    @ArchTest
    static final ArchRule LEARNING_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(
                    "..trainer.engine..", "..trainer.objective..", "..trainer.export..", "..trainer.weights..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "org.apache.kafka..", "io.minio..")
            .because("losses and networks are the pure core; services are the shell around it");
}
