package io.astrochrome.imaging.decode.fits;

import io.astrochrome.imaging.write.FitsCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;

/**
 * What a picture's header tells beside the array.
 *
 * @param header to look values up
 * @param cards the same: the picture's, and those of an empty primary unit whose keywords the picture's header does not have
 */
public record FitsFacts(Header header, List<String> cards) {
    /** Words by which programs write into HISTORY that they made a frame visible; PixInsight's, Siril's and our own. */
    private static final Pattern STRETCH = Pattern.compile(
            "(?i)(?<!un)(?<!not )(?<!no )(stretched|autostretch|asinh|arcsinh|histogram ?transf|midtone|hyperbolic"
                    + "|masked ?stretch|curves ?transf|\\bstretch\\b)(?!.{0,24}\\b(off|none|no|false|disabled|limits?|not)\\b)"
                    + "(?!\\W*=\\W*0(?![.\\d]))");

    private static final Set<String> NO_OBJECT = Set.of("", "unknown", "none", "n/a", "na", "null");

    private static final List<String> IMAGE_TYPE = List.of("IMAGETYP", "FRAME", "OBSTYPE");

    /** What these cards of 80 characters tell. */
    public static FitsFacts of(String... cards) {
        return ofCards(FitsCards.withoutRepetition(List.of(cards)));
    }

    static FitsFacts ofCards(List<String> cards) {
        return new FitsFacts(new Header(cards.toArray(String[]::new)), List.copyOf(cards));
    }

    /**
     * What a picture's unit tells, and the primary one before it, from which it inherits unless it says that it does not: all
     * of an empty one, and of one with a picture of its own, such as a preview, what holds for the observation.
     */
    static FitsFacts of(List<FitsUnit> units) {
        FitsUnit picture = units.get(units.size() - 1);
        boolean inherits = units.size() > 1 && picture.header().getBooleanValue("INHERIT", true);
        if (!inherits) {
            return ofCards(FitsCards.withoutRepetition(picture.cards()));
        }
        List<String> primary = units.get(0).cards();
        boolean hasPicture = units.get(0).isImage();
        return ofCards(FitsCards.inherited(
                hasPicture ? primary.stream().filter(FitsCards::isOfObservation).toList() : primary, picture.cards()));
    }

    /** The same with sentences of the reader's in HISTORY. */
    FitsFacts noting(List<String> notes) {
        List<String> noted = new ArrayList<>(cards);
        notes.forEach(note -> noted.addAll(FitsCard.history("Astrochrome: " + note)));
        return new FitsFacts(header, noted);
    }

    /** OBJECT, unless it says that it is not known. */
    public Optional<String> object() {
        return text("OBJECT").filter(name -> !NO_OBJECT.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Start of the exposure, as {@link ObservationTime} finds it. */
    public Optional<Instant> exposedAt() {
        return ObservationTime.of(this::text);
    }

    /** What the picture is for, such as {@code Light Frame} or {@code FLAT}; empty where nothing says it. */
    public Optional<String> imageType() {
        return IMAGE_TYPE.stream().flatMap(keyword -> text(keyword).stream()).findFirst();
    }

    /** Whether a HISTORY card, or STRETCH, tells that the numbers are no longer proportional to light. */
    public boolean tellsOfStretch() {
        return cards.stream().anyMatch(FitsFacts::tellsOfStretch);
    }

    private static boolean tellsOfStretch(String card) {
        return (card.startsWith("HISTORY") && STRETCH.matcher(card).find())
                || card.matches("STRETCH(ED)? *= *T.*")
                || card.matches("STRETCH *= *'(?!(?i) *(none|linear|no?|off|false|screen)\\b).*");
    }

    /** The cards that are not about the array; printable ASCII, 80 characters each. */
    public List<String> describingCards() {
        List<String> describing = new ArrayList<>();
        for (String card : cards) {
            if (!card.isBlank() && !FitsCards.isOfTheArray(card)) {
                describing.add(card.replaceAll("[^ -~]", "?"));
            }
        }
        return describing;
    }

    /** A keyword's value without blanks around it; empty where it is not there or has none. */
    public Optional<String> text(String keyword) {
        return Optional.ofNullable(header.getStringValue(keyword))
                .or(() -> Optional.ofNullable(header.findCard(keyword)).map(HeaderCard::getValue))
                .map(String::trim)
                .filter(value -> !value.isEmpty());
    }
}
