package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookCourseTest {
    private static final float[] ALIKE = {1, 1};

    /** Of each look two pixels' errors of a, then of each look those of b. */
    private static float[] errors(float... errors) {
        return errors;
    }

    @Test
    void theNearestLookIsThatOfTheLeastErrorOfAAndBTogether() {
        assertThat(LookCourse.nearest(errors(4, 4, 1, 1, 0, 0, 2, 2), 0, ALIKE, 2))
                .as("8 against 6")
                .isEqualTo(1);
        assertThat(LookCourse.nearest(errors(4, 4, 1, 1, 0, 0, 4, 4), 0, ALIKE, 2))
                .as("8 against 10")
                .isZero();
    }

    @Test
    void ofLooksThatAreEquallyNearTheFirstIsTaken() {
        assertThat(LookCourse.nearest(new float[12], 0, ALIKE, 3)).isZero();
        assertThat(LookCourse.nearest(errors(9, 9, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0), 0, ALIKE, 3))
                .isEqualTo(1);
    }

    @Test
    void eachPictureHasErrorsOfItsOwn() {
        float[] two = errors(0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 0);

        assertThat(LookCourse.nearest(two, 0, ALIKE, 2)).isZero();
        assertThat(LookCourse.nearest(two, 1, ALIKE, 2)).isEqualTo(1);
    }

    @Test
    void errorsOfBrightPixelsCountMore() {
        float[] errors = errors(3, 0, 0, 2, 0, 0, 0, 0);

        assertThat(LookCourse.nearest(errors, 0, ALIKE, 2)).isEqualTo(1);
        assertThat(LookCourse.nearest(errors, 0, new float[] {1, 2}, 2)).isZero();
    }
}
