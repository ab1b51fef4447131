import wave

from plcdesk.running.chime import RATE, write_chime


def test_both_chimes_are_short_soft_and_distinct(tmp_path):
    sounds = []
    for chime in ("step", "meeting"):
        file = tmp_path / f"{chime}.wav"
        write_chime(file, chime, 0.5)
        with wave.open(str(file)) as sound:
            assert (sound.getnchannels(), sound.getframerate()) == (1, RATE)
            assert 0.5 < sound.getnframes() / RATE < 2.5
            frames = memoryview(sound.readframes(sound.getnframes())).cast("h")
        assert 500 < max(frames) < 32767 // 4
        assert abs(frames[0]) < 50 and abs(frames[-1]) < 400  # neither end clicks
        sounds.append(bytes(frames))
    assert sounds[0] != sounds[1]
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".wav"] == []
