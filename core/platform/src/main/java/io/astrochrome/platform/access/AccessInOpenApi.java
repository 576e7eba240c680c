package io.astrochrome.platform.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says in every service's OpenAPI document how to be let in, and what signing in looks like. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class AccessInOpenApi implements OASFilter {
    private static final String KEY = "key";
    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        if (document.getPaths() == null) {
            document.setPaths(OASFactory.createPaths());
        }
        document.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key")
                                .description(
                                        "Needed where the service is not bound to loopback. A viewer's key is answered what is"
                                                + " looked at, an uploader's may send frames, an operator's everything else;"
                                                + " 403 says which role is needed."))
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .description("The key, or a token of the OpenID Connect server."));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(KEY));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        document.getPaths().addPathItem(AccessRule.SESSION_PATH, session());
    }

    private static PathItem session() {
        return OASFactory.createPathItem()
                .GET(operation("Whether a key is needed, and whether this browser has signed in", "200", "told"))
                .POST(operation(
                        "Signs a browser in: a form with the field key", "303", "signed in; 401 for a key not known"))
                .DELETE(operation("Signs this browser out", "204", "signed out"));
    }

    private static Operation operation(String summary, String status, String answer) {
        return OASFactory.createOperation()
                .summary(summary)
                .addTag("Session")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description(answer)));
    }
}
