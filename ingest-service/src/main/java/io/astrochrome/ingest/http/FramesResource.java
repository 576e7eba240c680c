package io.astrochrome.ingest.http;

import io.astrochrome.ingest.IngestConfig;
import io.astrochrome.ingest.intake.FrameIntake;
import io.astrochrome.platform.access.Caller;
import io.astrochrome.platform.access.Role;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Frames by HTTP: one as the raw body, or one or many as the files of a form. */
@Path("/frames")
class FramesResource {
    private static final int LEAST_ERROR = 400;

    /** What a client that got 503 is told to wait. */
    private static final long RETRY_AFTER_SECONDS = 5;

    private final FrameIntake intake;
    private final Caller caller;
    private final CurrentVertxRequest current;
    private final long maxDrainedBytes;

    FramesResource(FrameIntake intake, IngestConfig config, Caller caller, CurrentVertxRequest current) {
        this.intake = intake;
        this.caller = caller;
        this.current = current;
        this.maxDrainedBytes = config.maxFrameBytes();
    }

    @POST
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take frames in",
            description = "A frame's id is the SHA-256 of its bytes; the same bytes are taken in once. Its format is"
                    + " told by its content: FITS, XISF, TIFF, PNG, JPEG or WebP. A form's text fields say the same as"
                    + " the query's parameters, for the files that follow them. Parameters named label.NAME go with"
                    + " the frame as labels. Where frames were refused the problem has the member frames, which says it of"
                    + " each, as the answer does where they were taken in.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = UploadForm.class))
            })
    @Parameter(name = "target", in = ParameterIn.QUERY, description = "wins over what the frame says of itself")
    @Parameter(name = "folder", in = ParameterIn.QUERY, description = "the target where the frame names no object")
    @Parameter(
            name = "purpose",
            in = ParameterIn.QUERY,
            description = "live (the default), or, from an operator, train or validation")
    @Parameter(
            name = "palette",
            in = ParameterIn.QUERY,
            description = "the colours to steer the model to: natural, sho, hoo, infrared, none, target (those of the"
                    + " target's own colour frames) or like: and the id of a frame")
    @Parameter(name = "fileName", in = ParameterIn.QUERY, description = "of a raw body, for people")
    @Parameter(name = "source", in = ParameterIn.QUERY, description = "who takes the frame in; http by default")
    @APIResponse(
            responseCode = "202",
            description = "taken in",
            content = @Content(schema = @Schema(implementation = UploadAnswer.class)))
    @APIResponse(responseCode = "200", description = "taken in before")
    @APIResponse(responseCode = "207", description = "frames of one form fared differently; each answer says how")
    @APIResponse(responseCode = "400", description = "the request cannot be understood")
    @APIResponse(responseCode = "403", description = "frames for training and validation are for operators to send")
    @APIResponse(responseCode = "413", description = "more bytes than the limit")
    @APIResponse(responseCode = "415", description = "of no format known here")
    @APIResponse(responseCode = "422", description = "more pixels than the limit, or a header that cannot be used")
    @APIResponse(responseCode = "503", description = "Kafka or the store does not answer; send again after Retry-After")
    public Response upload(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body) throws IOException {
        boolean mayTeach = caller.roleOf(current.getCurrent()).suffices(Role.OPERATOR);
        SubmissionParameters parameters = new SubmissionParameters(mayTeach);
        parameters.putAll(uri.getQueryParameters());
        UploadBody upload = new UploadBody(intake, parameters, body);
        List<FrameAnswer.WithStatus> frames = upload.take(headers);
        // A browser reads an answer only when it has sent everything.
        upload.drain(maxDrainedBytes);
        int status = UploadAnswer.httpStatus(frames);
        UploadAnswer answer = UploadAnswer.of(frames);
        Response.ResponseBuilder response = status < LEAST_ERROR
                ? Response.status(status).entity(answer)
                : answer.problem(status).response();
        if (status == FrameAnswer.UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.build();
    }

    /** A form of files, for the page that describes the interface. */
    record UploadForm(
            @Schema(description = "as the query's parameter")
            String target,

            @Schema(description = "as the query's parameter")
            String purpose,

            @Schema(description = "as the query's parameter")
            String palette,

            @Schema(type = SchemaType.ARRAY, implementation = byte[].class)
            List<byte[]> file) {}
}
