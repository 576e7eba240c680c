package io.astrochrome.imaging.catalogue;

import io.astrochrome.imaging.filter.FilterNames;
import io.astrochrome.imaging.filter.FilterRole;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a picture beside its lightness, in the words by which looks tell what they suit. */
public final class PictureFacts {
    private PictureFacts() {}

    /**
     * The class of the picture, and the role of the filter where it was taken through one.
     *
     * @param object what it is a picture of, by any name
     * @param pictureClass what somebody has said that it is, such as {@code nebula}; null where nobody has
     * @param filters names or roles of the filters that it was taken through
     */
    public static Set<String> of(@Nullable String object, @Nullable String pictureClass, Collection<String> filters) {
        Set<String> facts = new LinkedHashSet<>();
        if (pictureClass != null) {
            facts.add(pictureClass);
        } else if (object != null) {
            ObjectCatalogue.STANDARD
                    .kindOf(object)
                    .map(ObjectType::pictureClass)
                    .ifPresent(facts::add);
        }
        List<FilterRole> roles = filters.stream()
                .filter(filter -> !filter.isBlank())
                .map(filter -> FilterRole.labelled(filter).orElseGet(() -> FilterNames.STANDARD.role(filter)))
                .distinct()
                .toList();
        if (roles.size() == 1 && roles.get(0) != FilterRole.UNKNOWN) {
            facts.add(roles.get(0).label());
        }
        return facts;
    }
}
