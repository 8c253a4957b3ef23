/// Sentences, and how alike each two of them are.
struct SentenceGraph {
  private let count: Int
  /// Row by row, each row's sum 1, or 0 for a sentence that is like no other.
  private let shares: [Double]

  /// The chance to go on to a like sentence rather than to any (Brin and Page 1998).
  private static let damping = 0.85
  /// By then no score changes in its third digit.
  private static let rounds = 20
  /// Words of a sentence beyond these tell no more.
  private static let mostWords = 120

  init(_ sentences: [String]) {
    let vectors = Self.vectors(sentences.map { $0.rankingWords.prefix(Self.mostWords) })
    let count = sentences.count
    var likeness = Array(repeating: 0.0, count: count * count)
    // For each word the sentences so far that have it: most pairs share no word.
    var holders: [[(sentence: Int, weight: Double)]] = []
    for (one, vector) in vectors.enumerated() {
      for (word, weight) in vector {
        while holders.count <= word { holders.append([]) }
        for (other, otherWeight) in holders[word] {
          likeness[one * count + other] += weight * otherWeight
        }
        holders[word].append((one, weight))
      }
    }
    var sums = Array(repeating: 0.0, count: count)
    for one in 0..<count {
      for other in 0..<one {
        let cosine = likeness[one * count + other]
        likeness[other * count + one] = cosine
        sums[one] += cosine
        sums[other] += cosine
      }
    }
    for row in 0..<count where sums[row] > 0 {
      for column in 0..<count { likeness[row * count + column] /= sums[row] }
    }
    self.count = count
    shares = likeness
  }

  /// How central each sentence is, by power iteration.
  func centrality() -> [Double] {
    let even = 1 / Double(max(1, count))
    var scores = Array(repeating: even, count: count)
    for _ in 0..<Self.rounds {
      var next = Array(repeating: (1 - Self.damping) * even, count: count)
      shares.withUnsafeBufferPointer { shares in
        for row in 0..<count {
          let given = Self.damping * scores[row]
          for column in 0..<count { next[column] += given * shares[row * count + column] }
        }
      }
      scores = next
    }
    return scores
  }

  /// Of length 1, each as weights by ascending number of word; rarer words weigh more.
  private static func vectors(_ sentences: [ArraySlice<UInt64>]) -> [[(word: Int, weight: Double)]]
  {
    var numbers: [UInt64: Int] = [:]
    var spread: [Double] = []
    let counted = sentences.map { words -> [(word: Int, count: Double)] in
      var counts: [(word: Int, count: Double)] = []
      for word in words.map({ number(of: $0, in: &numbers) }).sorted() {
        if counts.last?.word == word {
          counts[counts.count - 1].count += 1
        } else {
          counts.append((word, 1))
        }
      }
      spread += Array(repeating: 0, count: numbers.count - spread.count)
      for (word, _) in counts { spread[word] += 1 }
      return counts
    }
    return counted.map { counts in
      let weights = counts.map { word, count in
        // A word of every sentence tells them not apart.
        (word: word, weight: count * (Double(sentences.count) / spread[word] - 1).squareRoot())
      }
      let length = weights.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      return length > 0 ? weights.map { ($0.word, $0.weight / length) } : []
    }
  }

  private static func number(of word: UInt64, in numbers: inout [UInt64: Int]) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = numbers.count
    return numbers.count - 1
  }
}

extension String {
  /// Its words in lower case, each as one number; scripts without spaces by pairs of letters.
  fileprivate var rankingWords: [UInt64] {
    var words: [UInt64] = []
    var word: UInt64 = 0
    var previous: UInt64 = 0
    func mixed(_ hash: UInt64, _ value: UInt32) -> UInt64 {
      // FNV-1a, whose numbers are the same on every run.
      ((hash == 0 ? 0xCBF2_9CE4_8422_2325 : hash) ^ UInt64(value)) &* 0x0000_0100_0000_01B3
    }
    func end() {
      if word != 0 { words.append(word) }
      word = 0
    }
    for scalar in unicodeScalars {
      if scalar.isPaired {
        end()
        let letter = mixed(0, scalar.value)
        if previous != 0 { words.append(mixed(previous, scalar.value)) }
        previous = letter
      } else {
        previous = 0
        if scalar.isWordScalar { word = mixed(word, scalar.lowercasedValue) } else { end() }
      }
    }
    end()
    return words
  }
}

extension Unicode.Scalar {
  /// Letters whose words are not told by spaces, or, as Korean's, end in particles.
  fileprivate var isPaired: Bool {
    value >= 0x0E01 && ((0xAC00...0xD7A3).contains(value) || Spaceless.isLetter(self))
  }
}
