package io.astrochrome.metrics.observatory.upload;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in the service's OpenAPI document what {@link UploadRoute} takes, which is no resource that could be read. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class UploadInOpenApi implements OASFilter {
    private static final String PATH = "/api/frames";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        PathItem frames = document.getPaths().getPathItem(PATH);
        if (frames == null) {
            frames = OASFactory.createPathItem();
            document.getPaths().addPathItem(PATH, frames);
        }
        frames.setPOST(OASFactory.createOperation()
                .summary("Passes a frame on to the ingest-service")
                .description("The answer is the ingest-service's; 503 where it does not answer.")
                .addParameter(parameter("fileName"))
                .addParameter(parameter("target"))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/octet-stream",
                                        OASFactory.createMediaType().schema(text().format("binary")))))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("202", OASFactory.createAPIResponse().description("taken in"))
                        .addAPIResponse(
                                "503",
                                OASFactory.createAPIResponse().description("the ingest-service does not answer"))));
    }

    private static Parameter parameter(String name) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
