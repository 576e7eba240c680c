package io.astrochrome.platform.problem;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Fails in every way that a resource can. */
@Path(TestResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TestResource {
    static final String PATH = "/things";
    static final String SECRET = "the password is swordfish";

    @GET
    public Map<String, Integer> list(@QueryParam("limit") int limit) {
        return Map.of("limit", limit);
    }

    @GET
    @Path("refused")
    public String refused() {
        throw new ProblemException(Response.Status.CONFLICT, "there is \"another\" already");
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException(SECRET);
    }

    @GET
    @Path("away")
    public Response away() {
        return new Problem(503, "come again", Map.of("seconds", 5))
                .response()
                .header("Retry-After", "5")
                .build();
    }

    @POST
    public Thing make(Thing thing) {
        return thing;
    }

    /** A body with a rule. */
    public record Thing(int size, Map<String, String> names) {
        /** Checks the rule. */
        public Thing {
            if (size < 0) {
                throw new IllegalArgumentException("a thing's size is 0 or more, not " + size);
            }
        }
    }
}
