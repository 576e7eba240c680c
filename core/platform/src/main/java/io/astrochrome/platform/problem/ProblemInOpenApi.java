package io.astrochrome.platform.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in every service's OpenAPI document that each error, of those named and of all others, is a {@link Problem}. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = ProblemInOpenApi.LAST)
public final class ProblemInOpenApi implements OASFilter {
    /** After those that add addresses, whose errors are problems too; they have 1. */
    static final int LAST = 0;

    private static final String SCHEMA = "Problem";
    private static final String OTHERWISE = "default";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(SCHEMA, schema());
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .forEach(ProblemInOpenApi::add);
        }
    }

    private static Schema schema() {
        return OASFactory.createSchema()
                .description("Why a request is not done (RFC 9457); its type is about:blank")
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("title", text().description("the status in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .format("int32"))
                .addProperty("detail", text().description("a sentence for people"))
                .required(List.of("title", "status"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static void add(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(content());
            }
        });
        APIResponse otherwise =
                OASFactory.createAPIResponse().description("not done").content(content());
        operation.getResponses().addAPIResponse(OTHERWISE, otherwise);
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA)));
    }
}
