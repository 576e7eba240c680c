import { equal } from './assert.js';
import { verdict } from '../../main/resources/META-INF/resources/js/upload.js';

export function aFrameThatIsTakenInDevelops() {
  equal(verdict(202, '{"frames":[{"status":"accepted"}]}'), { kind: 'done', words: 'Taken in, now developing' });
  equal(verdict(202, ''), { kind: 'done', words: 'Taken in, now developing' });
}

export function aFrameThatIsKnownIsSaidToBe() {
  equal(verdict(200, '{"frames":[{"status":"duplicate"}]}'), { kind: 'done', words: 'This frame is known already' });
}

export function aFrameThatIsRefusedSaysWhy() {
  equal(verdict(413, '{"status":413,"detail":"it is larger than 256 MiB"}'), { kind: 'failed', words: 'it is larger than 256 MiB' });
}

export function aRefusalThatIsNoProblemSaysItsStatus() {
  equal(verdict(300, ''), { kind: 'failed', words: 'The answer was 300' });
  equal(verdict(502, '<h1>Bad Gateway</h1>'), { kind: 'failed', words: 'The answer was 502' });
}
