package io.doorstep.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Kubernetes 清单。 Each object has the shape that the interface of Kubernetes has for it, and what they say of one another is there. */
class KubernetesTest {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "ConfigMap", ConfigMap.class,
            "PersistentVolumeClaim", PersistentVolumeClaim.class,
            "Service", Service.class,
            "Deployment", Deployment.class,
            "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    /** Fields that the interface does not know are an error; its own classes would take them in. */
    private static final ObjectMapper STRICT = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            });

    private static List<HasMetadata> objects() throws IOException {
        var text = Files.readString(Path.of("../kubernetes/doorstep.yaml"));
        return Stream.of(text.split("(?m)^---$", -1)).map(KubernetesTest::read).toList();
    }

    private static HasMetadata read(String one) {
        try {
            var kind = KINDS.get(STRICT.readTree(one).get("kind").textValue());
            assertThat(kind).as(one).isNotNull();
            return STRICT.readValue(one, kind);
        } catch (IOException wrong) {
            throw new AssertionError(one, wrong);
        }
    }

    @Test
    void every_deployment_can_lose_a_machine_and_be_renewed_without_a_gap() throws IOException {
        var objects = objects();
        var deployments = of(objects, Deployment.class);
        assertThat(deployments).hasSize(3);
        for (var one : deployments) {
            var name = one.getMetadata().getName();
            var pods = one.getSpec().getTemplate();
            var container = pods.getSpec().getContainers().get(0);
            assertThat(one.getSpec().getReplicas()).as(name).isGreaterThan(1);
            assertThat(pods.getMetadata().getLabels())
                    .as(name)
                    .containsAllEntriesOf(one.getSpec().getSelector().getMatchLabels());
            assertThat(container.getReadinessProbe()).as(name).isNotNull();
            assertThat(container.getLivenessProbe()).as(name).isNotNull();
            assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .as(name)
                    .isTrue();
            assertThat(of(objects, PodDisruptionBudget.class))
                    .as(name)
                    .anySatisfy(
                            budget -> assertThat(budget.getSpec().getSelector().getMatchLabels())
                                    .isEqualTo(one.getSpec().getSelector().getMatchLabels()));
        }
    }

    @Test
    void what_the_proxy_asks_is_a_service_that_finds_its_pods() throws IOException {
        var objects = objects();
        var proxy = of(objects, Deployment.class).stream()
                .filter(one -> one.getMetadata().getName().equals("doorstep-proxy"))
                .findFirst()
                .orElseThrow();
        var asked = proxy.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getName().matches("DOORSTEP_(COMMAND|QUERY)_[12]"))
                .map(variable -> variable.getValue().replaceAll(":8080$", ""))
                .distinct()
                .toList();
        assertThat(asked).containsExactlyInAnyOrder("doorstep-command", "doorstep-query");
        for (var name : asked) {
            assertThat(of(objects, Service.class))
                    .filteredOn(service -> service.getMetadata().getName().equals(name))
                    .singleElement()
                    .satisfies(service -> assertThat(of(objects, Deployment.class))
                            .anySatisfy(one -> assertThat(one.getSpec()
                                            .getTemplate()
                                            .getMetadata()
                                            .getLabels())
                                    .containsAllEntriesOf(service.getSpec().getSelector())));
        }
    }

    private static <T> List<T> of(List<HasMetadata> objects, Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
