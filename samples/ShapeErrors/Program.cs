// Mistakes about shapes and two about calls, each under the message with which the build refuses it: dotnet build -c Release samples/ShapeErrors
using NetGen;
using ShapeErrors;

var cat = new CatNet();
var encoder = new Encoder();
var decoder = new Decoder();
float[] pictures = new float[3 * CatNet.InputSize];
float[] labels = new float[3];
var adam = new Adam<float>();

// error NETGEN0201: x holds 12287 values, but layer 1 of CatNet takes 12288 inputs an example: the length must be a multiple of 12288
cat.Predict(pictures.AsSpan(1, 12287));

// error NETGEN0203: y holds 2 labels of layer 4 of CatNet, 1 value each, but x holds 3 examples: y must hold 3 values
cat.TrainStep(pictures, new float[2], learningRate: 0.0075);

// error NETGEN0204: output holds 2 values, but x holds 3 examples and layer 4 of CatNet gives 1 output an example: output must hold at least 3 values
cat.Predict(pictures, stackalloc float[2]);

// error NETGEN0205: W3.CopyFrom receives 7x5, but layer 3 of CatNet maps 7 inputs to 5 units: W3 must be 5x7
cat.W3.CopyFrom(new float[7, 5]);

// error NETGEN0206: x holds outputs of layer 1 of Encoder, 5 values an example, but layer 1 of Decoder takes 4 inputs an example: both must be equal
float[] restored = decoder.Predict(encoder.Predict(new float[6]));

// error NETGEN0207: the value passed to picture is 64x32, but picture is stated as 64x64: it must be 64x64
Show(new float[64, 32]);

// error NETGEN0208: the value returned by Crop holds 12000 values, but Crop is stated as examples of 12288 values: the length must be a multiple of 12288
[return: Examples(CatNet.InputSize)]
static float[] Crop(float[] picture) => picture[..12000];

static void Show([Shape(64, 64)] float[,] picture) => Console.WriteLine($"{picture.GetLength(0)} rows");

// error NETGEN0210: Fit takes a Dataset<float>, but pictures is an array of float: write Dataset<float>.FromRows(pictures, CatNet.InputSize, labels,
// CatNet.OutputSize)
cat.Fit(pictures, labels, new TrainingOptions { Epochs = 2500 });

// error NETGEN0211: TrainStep takes its optimizer by ref, for a step changes the optimizer's state: write ref adam
cat.TrainStep(pictures, labels, adam);

Show(new float[64, 64]);
Console.WriteLine(restored.Length + Crop(pictures).Length);
