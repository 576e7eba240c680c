package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.testkit.StoredDocument;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service writes is on volumes, and what must outlive its container is on one that does. */
class VolumesTest {
    private static final String STATE = "/var/lib/astrochrome";
    private static final Map<String, Object> COMPOSE =
            Yamls.one(StoredDocument.project().resolve("deploy/compose/compose.yaml"));

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "colorize", "metrics", "trainer"})
    void holdWhatAPodWritesWithinBounds(String service) {
        var pod = deployment(service).getSpec().getTemplate().getSpec();
        Set<String> written = pod.getContainers().get(0).getVolumeMounts().stream()
                .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .map(VolumeMount::getMountPath)
                .collect(Collectors.toSet());

        assertThat(written).containsExactlyInAnyOrder("/tmp", STATE);
        assertThat(pod.getVolumes())
                .filteredOn(volume -> volume.getEmptyDir() != null)
                .isNotEmpty()
                .allSatisfy(volume -> {
                    assertThat(volume.getEmptyDir().getSizeLimit())
                            .as(volume.getName())
                            .isNotNull();
                    assertThat(volume.getEmptyDir().getMedium())
                            .as("what is in memory counts against the limit")
                            .isNull();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "colorize", "metrics", "trainer"})
    void keepAContainersStateInCompose(String service) {
        assertThat(Yamls.map(COMPOSE, "services", service).get("volumes"))
                .asList()
                .contains("/tmp", service + ":" + STATE);
        assertThat(Yamls.map(COMPOSE, "volumes")).containsKey(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "preprocess", "colorize"})
    void keepTheCountOfWhatHasEndedTheProcess(String service) {
        assertThat(variables(service)).anySatisfy(variable -> assertThat(variable)
                .returns("ASTROCHROME_ATTEMPTS_FOLDER", EnvVar::getName)
                .returns(STATE + "/attempts", EnvVar::getValue));
        assertThat(Yamls.map(COMPOSE, "services", service, "environment"))
                .containsEntry("ASTROCHROME_ATTEMPTS_FOLDER", STATE + "/attempts");
    }

    @Test
    void keepWhoHasSignedOutOfThePage() {
        assertThat(variables("metrics")).anySatisfy(variable -> assertThat(variable)
                .returns("ASTROCHROME_SECURITY_SIGN_OUTS", EnvVar::getName)
                .returns(STATE + "/sign-outs", EnvVar::getValue));
        assertThat(Yamls.map(COMPOSE, "services", "metrics", "environment"))
                .containsEntry("ASTROCHROME_SECURITY_SIGN_OUTS", STATE + "/sign-outs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "trainer"})
    void outliveThePodOfAServiceThatThereIsOneOf(String service) {
        var spec = deployment(service).getSpec();
        assertThat(spec.getStrategy().getType())
                .as("the next pod cannot have it while the last one does")
                .isEqualTo("Recreate");
        assertThat(spec.getTemplate().getSpec().getVolumes())
                .filteredOn(volume -> volume.getName().equals("state"))
                .singleElement()
                .extracting(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .isIn(Manifests.all(PersistentVolumeClaim.class).stream()
                        .map(claim -> claim.getMetadata().getName())
                        .toList());
    }

    private static Deployment deployment(String service) {
        return Manifests.all(Deployment.class).stream()
                .filter(deployment -> deployment.getMetadata().getName().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static List<EnvVar> variables(String service) {
        return deployment(service).getSpec().getTemplate().getSpec().getContainers().stream()
                .flatMap(container -> container.getEnv().stream())
                .toList();
    }
}
