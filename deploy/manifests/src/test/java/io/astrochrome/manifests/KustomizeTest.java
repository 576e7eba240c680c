package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.ConfigMapEnvSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests as {@code kubectl kustomize} puts them together, where it is there and not too old for them. */
class KustomizeTest {
    @ParameterizedTest
    @ValueSource(strings = {"base", "streaming", "overlays/gpu"})
    void putsEveryManifestTogetherInOneNamespace(String folder) throws Exception {
        List<Map<String, Object>> documents = rendered(folder);

        assertThat(documents)
                .filteredOn(document -> document.get("kind").equals("Deployment"))
                .hasSize(5);
        assertThat(documents)
                .filteredOn(document -> !document.get("kind").equals("Namespace"))
                .allSatisfy(document ->
                        assertThat(Yamls.map(document, "metadata")).containsEntry("namespace", "astrochrome"));
        assertThat(documents.stream().filter(Manifests::isTyped).map(Manifests::typed))
                .allSatisfy(object -> assertThat(object.getMetadata().getName()).isNotBlank());
        assertThat(deployments(documents)).allSatisfy(deployment -> assertThat(sharedSettings(deployment))
                .as("the name that the generated config map got")
                .isEqualTo(documents.stream()
                        .filter(document -> document.get("kind").equals("ConfigMap"))
                        .map(document ->
                                Yamls.map(document, "metadata").get("name").toString())
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colorize", "trainer"})
    void givesACardToWhoComputes(String name) throws Exception {
        Deployment deployment = deployments(rendered("overlays/gpu"))
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
        Container container = container(deployment);

        assertThat(container.getResources().getLimits().get("nvidia.com/gpu").getAmount())
                .isEqualTo("1");
        assertThat(container.getImage()).endsWith("-cuda");
        assertThat(deployment.getSpec().getTemplate().getSpec().getTolerations())
                .extracting("key")
                .containsExactly("nvidia.com/gpu");
    }

    private static List<Map<String, Object>> rendered(String folder) throws Exception {
        Program kubectl = Program.named("kubectl");
        assumeThat(kubectl.says(Manifests.FOLDER, Map.of(), List.of("version", "--client")))
                .as("a kubectl from 1.27 on")
                .containsPattern("Kustomize Version: v[5-9]");
        return Yamls.all(kubectl.says(Manifests.FOLDER, Map.of(), List.of("kustomize", folder)));
    }

    private static Stream<Deployment> deployments(List<Map<String, Object>> documents) {
        return documents.stream()
                .filter(document -> document.get("kind").equals("Deployment"))
                .map(document -> (Deployment) Manifests.typed(document));
    }

    private static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    private static List<String> sharedSettings(Deployment deployment) {
        return container(deployment).getEnvFrom().stream()
                .map(EnvFromSource::getConfigMapRef)
                .filter(Objects::nonNull)
                .map(ConfigMapEnvSource::getName)
                .toList();
    }
}
