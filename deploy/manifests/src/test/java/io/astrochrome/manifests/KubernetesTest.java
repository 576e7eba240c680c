package io.astrochrome.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.events.Topics;
import io.astrochrome.events.topic.TopicClient;
import io.astrochrome.events.topic.TopicTable;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesTest {
    /** In the secrets that an operator makes; the kustomization names them. */
    private static final Set<String> IN_SECRETS =
            Set.of("ASTROCHROME_STORE_ACCESS_KEY", "ASTROCHROME_STORE_SECRET_KEY", "ASTROCHROME_SECURITY_API_KEY");

    @Test
    void knowsEveryKeyOfEveryManifest() {
        List<Map<String, Object>> untyped = new ArrayList<>();
        for (Map<String, Object> document : Manifests.documents()) {
            if (Manifests.isTyped(document)) {
                assertThat(Manifests.typed(document).getMetadata().getName()).isNotBlank();
            } else {
                untyped.add(document);
            }
        }

        assertThat(untyped).isNotEmpty().allSatisfy(document -> assertThat(Yamls.violations("keda.json", document))
                .isEmpty());
    }

    @Test
    void doesNotPassAMisspeltKey() {
        Map<String, Object> misspelt =
                new HashMap<>(Manifests.documents("Deployment").get(0));
        misspelt.put("spec", Map.of("replica", 2));

        assertThatThrownBy(() -> Manifests.typed(misspelt)).hasMessageContaining("replica");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void runsAServiceWithoutRightsAndAsksHowItIs(Deployment deployment) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().get(0);

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(List.of(
                        container.getStartupProbe().getHttpGet().getPath(),
                        container.getLivenessProbe().getHttpGet().getPath(),
                        container.getReadinessProbe().getHttpGet().getPath()))
                .containsExactly("/q/health/started", "/q/health/live", "/q/health/ready");
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsKey("memory");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void setsOnlyWhatTheServiceReadsAndAllThatItNeeds(Deployment deployment) {
        String service = name(deployment) + "-service";
        Set<String> set = new HashSet<>(IN_SECRETS);
        shared().forEach(literal -> set.add(literal.substring(0, literal.indexOf('='))));
        variables(deployment).map(EnvVar::getName).forEach(set::add);

        assertThat(KnownVariables.of(service)).containsAll(set);
        assertThat(set).containsAll(KnownVariables.neededBy(service));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void holdsNoSecret(Deployment deployment) {
        assertThat(variables(deployment).filter(variable -> variable.getName().contains("PASSWORD")))
                .isNotEmpty()
                .allMatch(variable ->
                        variable.getValue() == null && variable.getValueFrom().getSecretKeyRef() != null);
        assertThat(shared()).noneMatch(literal -> literal.matches(".*(SECRET|PASSWORD|API_KEY|ACCESS_KEY).*"));
    }

    @Test
    void hasABudgetForEveryServiceAndLetsNobodyElseIn() {
        assertThat(Manifests.all(PodDisruptionBudget.class).stream()
                        .map(budget -> budget.getMetadata().getName()))
                .containsExactlyInAnyOrderElementsOf(
                        deployments().map(KubernetesTest::name).toList());
        assertThat(Manifests.all(NetworkPolicy.class).stream()
                        .flatMap(policy -> policy.getSpec().getPolicyTypes().stream()))
                .containsExactlyInAnyOrder("Ingress", "Egress");
    }

    @Test
    void makesEveryTopicWithRoomForItsRecords() {
        List<KafkaTopic> topics = Manifests.all(KafkaTopic.class);

        assertThat(topics.stream().map(topic -> topic.getMetadata().getName()))
                .containsExactlyInAnyOrderElementsOf(Topics.withDeadLetters());
        assertThat(topics).allSatisfy(topic -> assertThat(topic.getSpec().getConfig())
                .containsEntry(
                        "max.message.bytes",
                        Topics.maxMessageBytes(topic.getMetadata().getName(), maxMessageBytes())));
        assertThat(partitions(Topics.LAB_TENSORS)).isEqualTo(partitions(Topics.COLORIZED));
        assertThat(topics).allSatisfy(topic -> {
            String name = topic.getMetadata().getName();
            boolean spread = Topics.ALL.contains(name) && TopicTable.topic(name).isByTarget();
            assertThat(topic.getSpec().getPartitions()).isEqualTo(spread ? partitions(Topics.FRAMES) : 1);
        });
    }

    @Test
    void scalesByTheLagOfTheGroupsThatTheServicesHave() {
        for (Map<String, Object> scaled : Manifests.documents("ScaledObject")) {
            String service =
                    Yamls.map(scaled, "spec", "scaleTargetRef").get("name").toString();
            Map<String, Object> trigger =
                    Yamls.map(((List<?>) Yamls.map(scaled, "spec").get("triggers")).get(0), "metadata");
            ServiceChannels channels = ServiceChannels.of(service + "-service");

            assertThat(channels.groups()).contains(trigger.get("consumerGroup").toString());
            assertThat(channels.reads()).contains(trigger.get("topic").toString());
            assertThat(Yamls.map(scaled, "spec"))
                    .containsEntry(
                            "maxReplicaCount", partitions(trigger.get("topic").toString()));
        }
        assertThat(Manifests.documents("ScaledObject")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void givesAServiceExactlyTheRightsThatTheTableOfTopicsSays(Deployment deployment) {
        String user = name(deployment);
        Rights rights = Rights.of(user);

        assertThat(rights.on("topic", "literal", "Read")).isEqualTo(ofUser(user, TopicTable::readBy));
        assertThat(rights.on("topic", "literal", "Write")).isEqualTo(ofUser(user, TopicTable::writtenBy));
        assertThat(rights.on("topic", "prefix", "Write"))
                .isEqualTo(user.equals("metrics") ? Set.of("metrics-service-") : Set.of());
        assertThat(rights.on("group", "prefix", "Read"))
                .isEqualTo(ofUser(user, TopicTable::groupsOf).isEmpty() ? Set.of() : Set.of(user + "-service"));
        assertThat(rights.on("group", "literal", "Read")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void givesAChannelATopicAndAGroupOfTheTable(Deployment deployment) {
        String user = name(deployment);
        ServiceChannels channels = ServiceChannels.of(user + "-service");

        assertThat(ofUser(user, TopicTable::readBy)).containsAll(channels.reads());
        assertThat(ofUser(user, TopicTable::writtenBy)).containsAll(channels.writes());
        assertThat(ofUser(user, TopicTable::groupsOf)).containsAll(channels.groups());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void namesInAServicesCodeNoTopicThatTheTableDoesNotGiveIt(Deployment deployment) {
        String user = name(deployment);
        Set<String> known = new HashSet<>(ofUser(user, TopicTable::readBy));
        known.addAll(ofUser(user, TopicTable::writtenBy));

        assertThat(known).containsAll(ServiceChannels.of(user + "-service").named());
    }

    @Test
    void letsTheScalerSeeTheLagAndNothingElse() {
        Rights rights = Rights.of("keda");
        Set<String> topics = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (Map<String, Object> scaled : Manifests.documents("ScaledObject")) {
            Map<String, Object> trigger =
                    Yamls.map(((List<?>) Yamls.map(scaled, "spec").get("triggers")).get(0), "metadata");
            topics.add(trigger.get("topic").toString());
            groups.add(trigger.get("consumerGroup").toString());
        }

        assertThat(rights.on("topic", "literal", "Describe")).isEqualTo(topics);
        assertThat(rights.on("group", "literal", "Describe")).isEqualTo(groups);
        assertThat(rights.operations()).containsOnly("Describe");
    }

    private static Set<String> ofUser(String user, Function<TopicClient, Set<String>> which) {
        return Arrays.stream(TopicClient.values())
                .filter(client -> user.equals(client.user()))
                .flatMap(client -> which.apply(client).stream())
                .collect(Collectors.toSet());
    }

    static Stream<Deployment> deployments() {
        return Manifests.all(Deployment.class).stream();
    }

    private static String name(Deployment deployment) {
        return deployment.getMetadata().getName();
    }

    private static Stream<EnvVar> variables(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
                .flatMap(container -> container.getEnv().stream());
    }

    /** What the config map sets for all services, as {@code NAME=value}. */
    private static List<String> shared() {
        var kustomization = Yamls.one(Manifests.FOLDER.resolve("base/kustomization.yaml"));
        Object literals = Yamls.map(((List<?>) kustomization.get("configMapGenerator")).get(0))
                .get("literals");
        return ((List<?>) literals).stream().map(Object::toString).toList();
    }

    private static int maxMessageBytes() {
        return shared().stream()
                .filter(literal -> literal.startsWith("ASTROCHROME_KAFKA_MAX_MESSAGE_BYTES="))
                .map(literal -> Integer.parseInt(literal.substring(literal.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static int partitions(String topic) {
        return Manifests.all(KafkaTopic.class).stream()
                .filter(made -> made.getMetadata().getName().equals(topic))
                .map(made -> made.getSpec().getPartitions())
                .findFirst()
                .orElseThrow();
    }
}
