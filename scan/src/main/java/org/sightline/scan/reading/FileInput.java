package org.sightline.scan.reading;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.stream.FileImageInputStream;

/// A file as decoders read it. A decoder may look a little beyond the end; one that goes on and on
/// there, and makes a picture of what is not in the file, is stopped. Found by Jazzer: the decoder
/// of lossless WebP takes every bit after the end for a nought, for as many pixels as the header
/// says.
final class FileInput extends FileImageInputStream {

  static final int MOST_AFTER_THE_END = 1000;

  private int afterTheEnd;

  FileInput(Path file) throws IOException {
    super(file.toFile());
  }

  @Override
  public int read() throws IOException {
    return counted(super.read());
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return counted(super.read(into, from, length));
  }

  private int counted(int answer) throws IOException {
    if (answer < 0 && ++afterTheEnd > MOST_AFTER_THE_END) {
      throw new IOException("The file ended, and its decoder goes on");
    }
    return answer;
  }
}
