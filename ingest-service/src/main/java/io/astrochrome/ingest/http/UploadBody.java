package io.astrochrome.ingest.http;

import io.astrochrome.ingest.intake.FrameIntake;
import io.astrochrome.ingest.intake.IntakeOutcome;
import io.astrochrome.ingest.intake.Submission;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;

/** The frames of one request's body, taken in one after the other as they arrive. */
final class UploadBody {
    private static final int MAX_FIELD_BYTES = 1 << 12;
    private static final int DRAIN_BYTES = 1 << 16;

    private final FrameIntake intake;
    private final SubmissionParameters parameters;
    private final InputStream body;

    UploadBody(FrameIntake intake, SubmissionParameters parameters, InputStream body) {
        this.intake = intake;
        this.parameters = parameters;
        this.body = body;
    }

    /**
     * Takes in all frames; stops at the first that has to be sent again.
     *
     * @throws BadRequest where the request cannot be understood
     */
    List<FrameAnswer.WithStatus> take(HttpHeaders headers) throws IOException {
        MediaType type = headers.getMediaType();
        if (type == null || !type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) || type.isWildcardType()) {
            return List.of(takeRaw(headers));
        }
        String boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new BadRequest("a form's Content-Type must name its boundary");
        }
        try {
            List<FrameAnswer.WithStatus> answers = takeForm(new FormParts(body, boundary));
            if (answers.isEmpty()) {
                throw new BadRequest("the form has no file");
            }
            return answers;
        } catch (FileUploadException e) {
            throw new BadRequest("the form cannot be read: " + e.getMessage());
        }
    }

    private FrameAnswer.WithStatus takeRaw(HttpHeaders headers) throws IOException {
        Submission submission = parameters.submission(fileName(headers));
        String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        Optional<IntakeOutcome> refused =
                length == null ? Optional.empty() : intake.refuseUnread(submission, Long.parseLong(length));
        IntakeOutcome outcome = refused.isPresent() ? refused.get() : intake.take(submission, body);
        return FrameAnswer.of(submission.fileName(), outcome);
    }

    private static Optional<String> fileName(HttpHeaders headers) {
        try {
            return Disposition.parse(headers.getHeaderString("Content-Disposition"))
                    .fileName();
        } catch (FileUploadException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private List<FrameAnswer.WithStatus> takeForm(FormParts form) throws IOException {
        List<FrameAnswer.WithStatus> answers = new ArrayList<>();
        for (var part = form.next(); part.isPresent(); part = form.next()) {
            if (part.get().fileName().isEmpty()) {
                addField(part.get());
                continue;
            }
            Submission submission = parameters.submission(part.get().fileName());
            IntakeOutcome outcome = intake.take(submission, part.get().bytes());
            answers.add(FrameAnswer.of(submission.fileName(), outcome));
            if (outcome instanceof IntakeOutcome.Unavailable) {
                break;
            }
        }
        return answers;
    }

    private void addField(FormParts.Part part) throws IOException {
        byte[] text = part.bytes().readNBytes(MAX_FIELD_BYTES + 1);
        if (text.length > MAX_FIELD_BYTES) {
            throw new BadRequest("a text field of the form has more than " + MAX_FIELD_BYTES + " bytes");
        }
        part.disposition().name().ifPresent(name -> parameters.put(name, new String(text, StandardCharsets.UTF_8)));
    }

    /** Reads on to the end, or for so many bytes. */
    void drain(long maxBytes) throws IOException {
        byte[] dropped = new byte[DRAIN_BYTES];
        long left = maxBytes;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = body.read(dropped);
        }
    }
}
