package io.astrochrome.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.ingest.intake.IntakeOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one frame.
 *
 * @param id SHA-256 of its bytes; absent where the frame was not taken in
 * @param target what it was filed under; absent where the frame was not taken in
 * @param reason why it was not taken in; absent where it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FrameAnswer(
        String fileName,
        @Nullable String id,
        @Nullable String target,

        @Schema(enumeration = {"accepted", "duplicate", "rejected", "unavailable"})
        String status,

        @Nullable String reason) {
    private static final int ACCEPTED = 202;
    private static final int DUPLICATE = 200;
    static final int UNAVAILABLE = 503;

    /** A frame's answer with its HTTP status. */
    record WithStatus(FrameAnswer answer, int httpStatus) {}

    static WithStatus of(String fileName, IntakeOutcome outcome) {
        if (outcome instanceof IntakeOutcome.Accepted accepted) {
            return new WithStatus(
                    new FrameAnswer(
                            fileName,
                            accepted.event().frameId(),
                            accepted.event().target(),
                            "accepted",
                            null),
                    ACCEPTED);
        }
        if (outcome instanceof IntakeOutcome.Duplicate duplicate) {
            return new WithStatus(
                    new FrameAnswer(
                            fileName,
                            duplicate.first().frameId(),
                            duplicate.first().target(),
                            "duplicate",
                            null),
                    DUPLICATE);
        }
        if (outcome instanceof IntakeOutcome.Refused refused) {
            return new WithStatus(
                    new FrameAnswer(fileName, null, null, "rejected", refused.message()),
                    refused.refusal().httpStatus());
        }
        String reason = ((IntakeOutcome.Unavailable) outcome).message();
        return new WithStatus(new FrameAnswer(fileName, null, null, "unavailable", reason), UNAVAILABLE);
    }
}
