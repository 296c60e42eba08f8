namespace Service.Serving;

/// <summary>What is asked of /predict.</summary>
/// <param name="Features">The ink of 8 x 8 pixels, row by row.</param>
internal sealed record Question(float[]? Features);

/// <summary>What /predict answers.</summary>
/// <param name="Snapshot">The number of the snapshot that answered.</param>
/// <param name="Digit">The most probable digit.</param>
/// <param name="Probabilities">The probability of each of the ten digits.</param>
internal sealed record Answer(int Snapshot, int Digit, float[] Probabilities);

/// <summary>What /model answers: the snapshot that answers now.</summary>
/// <param name="Snapshot">Its number.</param>
/// <param name="Epochs">How many epochs the network had learned.</param>
/// <param name="Accuracy">The share of the digits held out that it reads rightly.</param>
internal sealed record Model(int Snapshot, int Epochs, double Accuracy);

/// <summary>What /health answers.</summary>
/// <param name="Status">"ok": questions are answered.</param>
/// <param name="Training">Whether the network goes on learning; if not, the last snapshot goes on answering.</param>
internal sealed record Health(string Status, bool Training);

/// <summary>Why a request is refused.</summary>
/// <param name="Error">What was given, and what was expected.</param>
internal sealed record Refusal(string Error);
